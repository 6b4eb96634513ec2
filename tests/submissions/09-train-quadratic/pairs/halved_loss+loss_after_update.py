# Wrong twice: half of the squared error, logged after the update.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1, w2, b = (torch.tensor([v], requires_grad=True) for v in (w1, w2, b))
    opt = torch.optim.SGD([w1, w2, b], lr=lr)
    def loss(x, y):
        return 0.5 * (w1 * x**2 + w2 * x + b - y) ** 2
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            opt.zero_grad()
            loss(x, y).backward()
            opt.step()
        losses.append(loss(x, y).item())
    return losses
