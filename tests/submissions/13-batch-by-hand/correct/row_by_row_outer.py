# Lesson 03's gradients of one sample, added up over the rows, with the mean taken at the end.
import torch


def train(x_data, y_data, w1, b1, w2, b2, lr, epochs):
    w1, b1, w2, b2 = map(torch.tensor, (w1, b1, w2, b2))
    losses = []
    for epoch in range(epochs):
        sums = [torch.zeros_like(p) for p in (w1, b1, w2, b2)]
        loss = 0.0
        for x, y in zip(torch.tensor(x_data), torch.tensor(y_data)):
            h = torch.tanh(w1 @ x + b1)
            residual = w2 @ h + b2 - y
            loss += (residual @ residual).item()
            delta = 2 * residual
            epsilon = (w2.T @ delta) * (1 - h * h)
            for total, grad in zip(
                sums, (torch.outer(epsilon, x), epsilon, torch.outer(delta, h), delta)
            ):
                total += grad
        losses.append(loss / len(x_data))
        w1, b1, w2, b2 = (p - lr * g / len(x_data) for p, g in zip((w1, b1, w2, b2), sums))
    return losses
