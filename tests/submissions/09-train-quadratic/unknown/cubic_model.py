# Wrong in a way that is not in the list: x³ where the model has x².
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1, w2, b = (torch.tensor([v], requires_grad=True) for v in (w1, w2, b))
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w1 * x**3 + w2 * x + b - y) ** 2
            l.backward()
            for p in (w1, w2, b):
                p.data = p.data - lr * p.grad.data
                p.grad.data.zero_()
        losses.append(l.item())
    return losses
