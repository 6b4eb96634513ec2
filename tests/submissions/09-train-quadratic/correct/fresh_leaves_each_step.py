# Right: new leaves after each update.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    leaf = lambda v: v.detach().clone().requires_grad_()
    w1, w2, b = map(lambda v: leaf(torch.tensor([v])), (w1, w2, b))
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w1 * x**2 + w2 * x + b - y) ** 2
            l.backward()
            w1, w2, b = [leaf(p - lr * p.grad) for p in (w1, w2, b)]
        losses.append(l.item())
    return losses
