# Mistake: both matrices get what their bias gets.
import torch


def train(x_data, y_data, W1, b1, W2, b2, lr, epochs):
    W1, b1, W2, b2 = torch.tensor(W1), torch.tensor(b1), torch.tensor(W2), torch.tensor(b2)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            x, y = torch.tensor(x), torch.tensor(y)
            h = W1 @ x + b1
            y_pred = W2 @ h + b2
            loss = ((y_pred - y) ** 2).sum()
            delta = 2 * (y_pred - y)
            grad_W2 = torch.outer(delta, torch.ones(len(h)))
            grad_b2 = delta
            grad_h = W2.T @ delta
            grad_W1 = torch.outer(grad_h, torch.ones(len(x)))
            grad_b1 = grad_h
            W1 = W1 - lr * grad_W1
            b1 = b1 - lr * grad_b1
            W2 = W2 - lr * grad_W2
            b2 = b2 - lr * grad_b2
        losses.append(loss.item())
    return losses
