# Wrong: the forward stands inside no_grad, so no graph is built.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            with torch.no_grad():
                l = (w * x - y) ** 2
                l.backward()
                w -= lr * w.grad
                w.grad.zero_()
        losses.append(l.item())
    return losses
