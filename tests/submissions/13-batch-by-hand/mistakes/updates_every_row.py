# Lesson 03's loop: an update after every row, and the mean of the losses on the way.
import torch


def train(x_data, y_data, w1, b1, w2, b2, lr, epochs):
    w1, b1, w2, b2 = map(torch.tensor, (w1, b1, w2, b2))
    losses = []
    for epoch in range(epochs):
        total = 0.0
        for x, y in zip(torch.tensor(x_data), torch.tensor(y_data)):
            h = torch.tanh(w1 @ x + b1)
            residual = w2 @ h + b2 - y
            total += (residual**2).sum().item()
            delta = 2 * residual
            back = (w2.T @ delta) * (1 - h**2)
            w1 = w1 - lr * torch.outer(back, x)
            b1 = b1 - lr * back
            w2 = w2 - lr * torch.outer(delta, h)
            b2 = b2 - lr * delta
        losses.append(total / len(x_data))
    return losses
