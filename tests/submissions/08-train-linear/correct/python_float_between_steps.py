# Right: keeps w as a Python number and builds a tensor from it for each sample.
import torch

def get_grad(x, y, w):
    t = torch.tensor(w, requires_grad=True)
    l = (t * x - y) ** 2
    l.backward()
    return l.item(), t.grad.item()

def train(x_data, y_data, w, lr, epochs):
    result = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l, g = get_grad(x, y, w)
            w = w - lr * g
        result.append(l)
    return result
