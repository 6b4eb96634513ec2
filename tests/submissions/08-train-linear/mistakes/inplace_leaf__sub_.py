# Wrong: w.sub_ on the leaf outside of no_grad.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.nn.Parameter(torch.tensor(w))
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            w.grad = None
            l = (w * x - y) ** 2
            l.backward()
            w.sub_(w.grad, alpha=lr)
        losses.append(l.item())
    return losses
