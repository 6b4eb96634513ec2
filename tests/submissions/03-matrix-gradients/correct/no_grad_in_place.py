# Right: in-place updates inside no_grad, although nothing is tracked.
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
            grad_W2 = torch.outer(delta, h)
            grad_b2 = delta
            grad_h = W2.T @ delta
            grad_W1 = torch.outer(grad_h, x)
            grad_b1 = grad_h
            with torch.no_grad():
                for weight, slope in ((W1, grad_W1), (b1, grad_b1), (W2, grad_W2), (b2, grad_b2)):
                    weight.sub_(lr * slope)
        losses.append(loss.item())
    return losses
