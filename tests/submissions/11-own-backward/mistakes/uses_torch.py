# Wrong: the curve is right, but it comes from torch.
import torch


def train(x_data, y_data, w1, w2, b, lr, epochs):
    weights = [torch.tensor(w, requires_grad=True) for w in (w1, w2, b)]
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (weights[0] * x**2 + weights[1] * x + weights[2] - y) ** 2
            loss.backward()
            with torch.no_grad():
                for weight in weights:
                    weight -= lr * weight.grad
                    weight.grad.zero_()
        losses.append(loss.item())
    return losses
