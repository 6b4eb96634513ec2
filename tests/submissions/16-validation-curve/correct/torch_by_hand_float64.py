# Right: torch without autograd, float64.
import torch


def train(x_data, y_data, x_val, y_val, w1, b1, w2, b2, lr, epochs, k):
    number = torch.float64
    x, w1, b1, w2, b2 = (torch.tensor(v, dtype=number) for v in (x_data, w1, b1, w2, b2))
    n, val_losses = len(x_data), []
    for _ in range(epochs):
        for first in range(0, n, k):
            end = min(first + k, n)
            xb = x[first:end]
            h = torch.tanh(xb @ w1.T + b1)
            d2 = torch.softmax(h @ w2.T + b2, dim=1)
            d2[range(end - first), y_data[first:end]] -= 1.0
            d2 = d2 / (end - first)
            d1 = (d2 @ w2) * (1 - h * h)
            w1, w2 = w1 - lr * d1.T @ xb, w2 - lr * d2.T @ h
            b1, b2 = b1 - lr * d1.sum(dim=0), b2 - lr * d2.sum(dim=0)
        logits = torch.tanh(torch.tensor(x_val, dtype=number) @ w1.T + b1) @ w2.T + b2
        log_p = torch.log_softmax(logits, dim=1)
        val_losses.append(-sum(log_p[i, y].item() for i, y in enumerate(y_val)) / len(y_val))
    return val_losses
