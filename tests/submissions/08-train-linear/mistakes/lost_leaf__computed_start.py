# Wrong: w is the result of a multiplication and so never was a leaf.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = w * torch.ones(1, requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            l.backward()
            w.data = w.data - lr * w.grad.data
            w.grad.data.zero_()
        losses.append(l.item())
    return losses
