# Wrong: uses add_ with alpha=lr in no_grad, the minus is missing.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor(w, requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            w.grad = None
            l = (w * x - y).pow(2)
            l.backward()
            with torch.no_grad():
                w.add_(w.grad, alpha=lr)
        losses.append(l.item())
    return losses
