# Wrong: torch.autograd.grad once for each parameter on the same loss, whose graph is gone after the first.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1 = torch.tensor([w1], requires_grad=True)
    w2 = torch.tensor([w2], requires_grad=True)
    b = torch.tensor([b], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w1 * x**2 + w2 * x + b - y) ** 2
            g1 = torch.autograd.grad(l, w1)[0]
            g2 = torch.autograd.grad(l, w2)[0]
            g3 = torch.autograd.grad(l, b)[0]
            w1.data -= lr * g1
            w2.data -= lr * g2
            b.data -= lr * g3
        losses.append(l.item())
    return losses
