# Goes back through tanh as if it were not there.
import torch


def train(x_data, y_data, w1, b1, w2, b2, lr, epochs):
    X, Y = torch.tensor(x_data), torch.tensor(y_data)
    w1, b1, w2, b2 = (torch.tensor(numbers) for numbers in (w1, b1, w2, b2))
    n = len(X)
    losses = []
    for epoch in range(epochs):
        z = X @ w1.T + b1
        h = torch.tanh(z)
        error = h @ w2.T + b2 - Y
        losses.append((error**2).sum(dim=1).mean().item())
        delta2 = 2 * error / n
        delta1 = (delta2 @ w2)
        grad_w1 = delta1.T @ X
        grad_b1 = delta1.sum(dim=0)
        grad_w2 = delta2.T @ h
        grad_b2 = delta2.sum(dim=0)
        w1 = w1 - lr * grad_w1
        b1 = b1 - lr * grad_b1
        w2 = w2 - lr * grad_w2
        b2 = b2 - lr * grad_b2
    return losses
