# One row at a time.
import torch
import torch.nn.functional as F


def train(x_data, y_data, w1, b1, w2, b2, lr, epochs, k):
    x, y = torch.tensor(x_data), torch.tensor(y_data)
    params = [torch.tensor(p, requires_grad=True) for p in (w1, b1, w2, b2)]
    w1, b1, w2, b2 = params
    losses = []
    for epoch in range(epochs):
        total = 0.0
        for i in range(len(x)):
            xb, yb = x[i : i + 1], y[i : i + 1]
            logits = torch.tanh(xb @ w1.T + b1) @ w2.T + b2
            loss = F.cross_entropy(logits, yb)
            loss.backward()
            with torch.no_grad():
                for p in params:
                    p -= lr * p.grad
                    p.grad.zero_()
            total += loss.item() * len(xb)
        losses.append(total / len(x))
    return losses
