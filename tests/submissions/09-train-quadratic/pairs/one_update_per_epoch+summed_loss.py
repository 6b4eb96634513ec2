# Wrong twice: the sum of the epoch's losses is differentiated once, stepped once and logged.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1, w2, b = (torch.tensor([v], requires_grad=True) for v in (w1, w2, b))
    opt = torch.optim.SGD([w1, w2, b], lr=lr)
    losses = []
    for epoch in range(epochs):
        opt.zero_grad()
        total = 0
        for x, y in zip(x_data, y_data):
            total = total + (w1 * x**2 + w2 * x + b - y) ** 2
        total.backward()
        opt.step()
        losses.append(total.item())
    return losses
