# Wrong: requires_grad for w1 only, so w2.grad is None at its update.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1 = torch.tensor([w1])
    w1.requires_grad = True
    w2 = torch.tensor([w2])
    b = torch.tensor([b])
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w1 * x**2 + w2 * x + b - y) ** 2
            l.backward()
            w1.data = w1.data - lr * w1.grad.data
            w2.data = w2.data - lr * w2.grad.data
            b.data = b.data - lr * b.grad.data
            w1.grad.data.zero_()
        losses.append(l.item())
    return losses
