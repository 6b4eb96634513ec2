# Mistake: the slopes are added up within an epoch, and each sample is updated with the sum so far.
import torch


def train(x_data, y_data, W1, b1, W2, b2, lr, epochs):
    W1, b1, W2, b2 = torch.tensor(W1), torch.tensor(b1), torch.tensor(W2), torch.tensor(b2)
    losses = []
    for epoch in range(epochs):
        sum_W1, sum_b1, sum_W2, sum_b2 = (torch.zeros_like(v) for v in (W1, b1, W2, b2))
        for x, y in zip(x_data, y_data):
            x, y = torch.tensor(x), torch.tensor(y)
            h = W1 @ x + b1
            y_pred = W2 @ h + b2
            loss = ((y_pred - y) ** 2).sum()
            delta = 2 * (y_pred - y)
            grad_W2 = torch.outer(delta, h)
            grad_b2 = delta
            grad_h = W2.T @ delta
            grad_W1 = torch.outer(grad_h, x)
            grad_b1 = grad_h
            sum_W1 = sum_W1 + grad_W1
            W1 = W1 - lr * sum_W1
            sum_b1 = sum_b1 + grad_b1
            b1 = b1 - lr * sum_b1
            sum_W2 = sum_W2 + grad_W2
            W2 = W2 - lr * sum_W2
            sum_b2 = sum_b2 + grad_b2
            b2 = b2 - lr * sum_b2
        losses.append(loss.item())
    return losses
