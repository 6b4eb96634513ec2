# Right numbers, from backward().
import torch


def train(x_data, y_data, w1, b1, w2, b2, lr, epochs):
    X, Y = torch.tensor(x_data), torch.tensor(y_data)
    params = [torch.tensor(p, requires_grad=True) for p in (w1, b1, w2, b2)]
    losses = []
    for epoch in range(epochs):
        w1, b1, w2, b2 = params
        loss = ((torch.tanh(X @ w1.T + b1) @ w2.T + b2 - Y) ** 2).sum(dim=1).mean()
        loss.backward()
        losses.append(loss.item())
        with torch.no_grad():
            for p in params:
                p -= lr * p.grad
                p.grad = None
    return losses
