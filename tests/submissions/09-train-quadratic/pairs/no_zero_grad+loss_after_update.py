# Wrong twice: never zeroes, and logs after the update.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    params = [torch.tensor([v], requires_grad=True) for v in (w1, w2, b)]
    loss = lambda x, y: (params[0] * x**2 + params[1] * x + params[2] - y) ** 2
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss(x, y).backward()
            for p in params:
                p.data -= lr * p.grad
        losses.append(loss(x, y).item())
    return losses
