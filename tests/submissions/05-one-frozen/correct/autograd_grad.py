# Right: torch.autograd.grad with respect to w only, in float64.
import torch

def train(x_data, y_data, w, b, lr, epochs):
    w = torch.tensor(w, dtype=torch.float64, requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x + b - y).pow(2)
            (slope,) = torch.autograd.grad(loss, w)
            w = (w - lr * slope).detach().requires_grad_()
        losses.append(float(loss))
    return losses
