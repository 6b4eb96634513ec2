# Wrong: zeroes only when a new epoch starts, so the gradients of an epoch pile up.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1 = torch.tensor(w1, requires_grad=True)
    w2 = torch.tensor(w2, requires_grad=True)
    b = torch.tensor(b, requires_grad=True)
    opt = torch.optim.SGD([w1, w2, b], lr=lr)
    losses = []
    for epoch in range(epochs):
        opt.zero_grad()
        for x, y in zip(x_data, y_data):
            l = (w1 * x**2 + w2 * x + b - y) ** 2
            l.backward()
            opt.step()
        losses.append(l.item())
    return losses
