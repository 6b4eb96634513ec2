# Wrong: calls backward on minus the loss and subtracts, so the loss grows.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    params = [torch.tensor(v, requires_grad=True) for v in (w1, w2, b)]
    opt = torch.optim.SGD(params, lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            opt.zero_grad()
            w1, w2, b = params
            l = (w1 * x**2 + w2 * x + b - y) ** 2
            (-l).backward()
            opt.step()
        losses.append(l.item())
    return losses
