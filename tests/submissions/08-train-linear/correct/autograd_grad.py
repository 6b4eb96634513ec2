# Right: asks torch.autograd.grad for the gradient, so nothing piles up and nothing needs zeroing.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            (g,) = torch.autograd.grad(l, w)
            w.data = w.data - lr * g
        losses.append(l.item())
    return losses
