# F.cross_entropy for the value of the loss, softmax for the gradient.
import torch
import torch.nn.functional as F


def train(x_data, y_data, w, b, lr, epochs):
    x, y = torch.tensor(x_data), torch.tensor(y_data)
    w, b = torch.tensor(w), torch.tensor(b)
    losses = []
    for _ in range(epochs):
        logits = F.linear(x, w, b)
        losses.append(float(F.cross_entropy(logits, y)))
        p = torch.softmax(logits, dim=1)
        p[torch.arange(len(y)), y] -= 1
        w = w - lr / len(y) * p.T.mm(x)
        b = b - lr * p.mean(dim=0)
    return losses
