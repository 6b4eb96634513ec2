# Starts the product at w instead of x.
import torch


def train(x_data, y_data, depths, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y, depth in zip(x_data, y_data, depths):
            y_pred = w
            for _ in range(depth):
                y_pred = y_pred * w
            loss = (y_pred - y) ** 2
            loss.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad.zero_()
        losses.append(loss.item())
    return losses
