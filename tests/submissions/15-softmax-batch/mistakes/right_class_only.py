# Only the right class gets a gradient.
import torch
import torch.nn.functional as F


def train(x_data, y_data, w, b, lr, epochs):
    x, y = torch.tensor(x_data), torch.tensor(y_data)
    w, b = torch.tensor(w), torch.tensor(b)
    n, one_hot = len(y_data), F.one_hot(y, len(b)).float()
    losses = []
    for epoch in range(epochs):
        logits = x @ w.T + b
        log_p = torch.log_softmax(logits, dim=1)
        losses.append(-(one_hot * log_p).sum(dim=1).mean().item())
        delta = (torch.exp(log_p) - 1) * one_hot / n
        w = w - lr * delta.T @ x
        b = b - lr * delta.sum(dim=0)
    return losses
