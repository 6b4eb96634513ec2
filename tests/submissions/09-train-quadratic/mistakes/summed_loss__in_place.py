# Wrong: losses[epoch] += l.item() in the sample loop.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1 = torch.tensor([w1], requires_grad=True)
    w2 = torch.tensor([w2], requires_grad=True)
    b = torch.tensor([b], requires_grad=True)
    losses = [0.0] * epochs
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w1 * x**2 + w2 * x + b - y) ** 2
            l.backward()
            losses[epoch] += l.item()
            for p in (w1, w2, b):
                p.data = p.data - lr * p.grad.data
                p.grad.data.zero_()
    return losses
