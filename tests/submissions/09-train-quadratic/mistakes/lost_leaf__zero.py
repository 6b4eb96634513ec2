# Wrong: the same with the zero_() lines, which meet None at once.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1 = torch.tensor([w1], requires_grad=True)
    w2 = torch.tensor([w2], requires_grad=True)
    b = torch.tensor([b], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w1 * x**2 + w2 * x + b - y) ** 2
            l.backward()
            w1 = w1 - lr * w1.grad
            w2 = w2 - lr * w2.grad
            b = b - lr * b.grad
            w1.grad.zero_()
            w2.grad.zero_()
            b.grad.zero_()
        losses.append(l.item())
    return losses
