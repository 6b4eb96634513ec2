# Wrong: w = w - lr * w.grad makes a new tensor that is no leaf, so its grad is None in the next step.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            l.backward()
            w = w - lr * w.grad
        losses.append(l.item())
    return losses
