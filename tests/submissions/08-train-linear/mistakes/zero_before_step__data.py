# Wrong: zeroes the gradient right after backward and before the update uses it.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            l.backward()
            w.grad.data.zero_()
            w.data = w.data - lr * w.grad.data
        losses.append(l.item())
    return losses
