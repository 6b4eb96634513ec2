# Reports the squared error and descends it through softmax.
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
        p = log_p.exp()
        losses.append(((p - one_hot) ** 2).sum(dim=1).mean().item())
        error = 2 * (p - one_hot)
        delta = p * (error - (p * error).sum(dim=1, keepdim=True)) / n
        w = w - lr * delta.T @ x
        b = b - lr * delta.sum(dim=0)
    return losses
