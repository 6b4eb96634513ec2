# Clears the grad of b as well, which does not require grad.
import torch


def train(x_data, y_data, w, b, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    b = torch.tensor([b], requires_grad=False)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x + b - y) ** 2
            loss.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad.zero_()
            b.grad.zero_()
        losses.append(loss.item())
    return losses
