# Wrong: a custom Function whose backward forgets to multiply by x.
import torch

class Mul(torch.autograd.Function):
    @staticmethod
    def forward(ctx, w, x):
        return w * x

    @staticmethod
    def backward(ctx, g):
        return g, None

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (Mul.apply(w, x) - y) ** 2
            l.backward()
            w.data -= lr * w.grad
            w.grad.zero_()
        losses.append(l.item())
    return losses
