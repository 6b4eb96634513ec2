# Wrong: p.sub_ in a loop over the leaves, no no_grad around it.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    params = [torch.tensor(v, requires_grad=True) for v in (w1, w2, b)]
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (params[0] * x**2 + params[1] * x + params[2] - y) ** 2
            l.backward()
            for p in params:
                p.sub_(lr * p.grad)
                p.grad = None
        losses.append(l.item())
    return losses
