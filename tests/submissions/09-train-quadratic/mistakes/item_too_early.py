# Wrong: .item() on the loss first, backward on the number.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1, w2, b = (torch.tensor([v], requires_grad=True) for v in (w1, w2, b))
    opt = torch.optim.SGD([w1, w2, b], lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            opt.zero_grad()
            l = (w1 * x**2 + w2 * x + b - y) ** 2
            l = l.item()
            l.backward()
            opt.step()
        losses.append(l)
    return losses
