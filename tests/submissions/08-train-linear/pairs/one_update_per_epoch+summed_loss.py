# Wrong twice: adds the losses of the epoch, calls backward once on the sum and logs the sum.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        l = sum((w * x - y) ** 2 for x, y in zip(x_data, y_data))
        l.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad = None
        losses.append(l.item())
    return losses
