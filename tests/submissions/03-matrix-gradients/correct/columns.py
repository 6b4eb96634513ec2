# Right: everything is a matrix; vectors are columns of shape (n, 1), and products do the rest.
import torch


def column(numbers):
    return torch.tensor(numbers, dtype=torch.float64).reshape(-1, 1)


def train(x_data, y_data, W1, b1, W2, b2, lr, epochs):
    W1 = torch.tensor(W1, dtype=torch.float64)
    W2 = torch.tensor(W2, dtype=torch.float64)
    b1, b2 = column(b1), column(b2)
    losses = []
    for _ in range(epochs):
        for x, y in zip(map(column, x_data), map(column, y_data)):
            h = W1 @ x + b1
            r = W2 @ h + b2 - y
            d = 2 * r
            e = W2.T @ d
            W1, b1, W2, b2 = W1 - lr * e @ x.T, b1 - lr * e, W2 - lr * d @ h.T, b2 - lr * d
        losses.append((r.T @ r).item())
    return losses
