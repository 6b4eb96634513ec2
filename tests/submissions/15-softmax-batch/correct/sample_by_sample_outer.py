# A sum of outer products over the samples, divided by n at the step.
import torch


def train(x_data, y_data, w, b, lr, epochs):
    w, b = torch.tensor(w, dtype=torch.float64), torch.tensor(b, dtype=torch.float64)
    xs = [torch.tensor(x, dtype=torch.float64) for x in x_data]
    n = len(xs)
    losses = []
    for _ in range(epochs):
        loss, dw, db = 0.0, torch.zeros_like(w), torch.zeros_like(b)
        for x, label in zip(xs, y_data):
            z = w.mv(x) + b
            lse = torch.logsumexp(z, dim=0)
            loss += (lse - z[label]).item() / n
            delta = torch.exp(z - lse)
            delta[label] -= 1.0
            dw += torch.outer(delta, x)
            db += delta
        losses.append(loss)
        w -= lr * dw / n
        b -= lr * db / n
    return losses
