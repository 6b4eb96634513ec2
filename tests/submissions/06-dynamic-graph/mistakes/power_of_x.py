# Starts at 1 and multiplies by both x and w each time.
import torch


def train(x_data, y_data, depths, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y, depth in zip(x_data, y_data, depths):
            y_pred = 1.0
            for _ in range(depth):
                y_pred = y_pred * w * x
            loss = (y_pred - y) ** 2
            loss.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad.zero_()
        losses.append(loss.item())
    return losses
