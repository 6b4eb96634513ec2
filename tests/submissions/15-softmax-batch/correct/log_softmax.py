# torch's log_softmax and one_hot, the gradient by hand.
import torch
import torch.nn.functional as F


def train(x_data, y_data, w, b, lr, epochs):
    x = torch.tensor(x_data)
    labels = torch.tensor(y_data)
    w, b = torch.tensor(w), torch.tensor(b)
    y = F.one_hot(labels, num_classes=len(b)).float()
    losses = []
    for epoch in range(epochs):
        log_p = F.log_softmax(x @ w.T + b, dim=1)
        losses.append(-(y * log_p).sum(dim=1).mean().item())
        delta = (log_p.exp() - y) / len(x_data)
        w -= lr * (delta.T @ x)
        b -= lr * delta.sum(dim=0)
    return losses
