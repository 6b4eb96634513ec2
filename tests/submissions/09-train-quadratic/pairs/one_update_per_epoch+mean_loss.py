# Wrong twice: the batch's mean squared error, one step an epoch, and that mean is logged.
import torch
from torch import nn

def train(x_data, y_data, w1, w2, b, lr, epochs):
    x = torch.tensor(x_data)
    y = torch.tensor(y_data)
    w1, w2, b = (torch.tensor(v, requires_grad=True) for v in (w1, w2, b))
    opt = torch.optim.SGD([w1, w2, b], lr=lr)
    criterion = nn.MSELoss()
    losses = []
    for epoch in range(epochs):
        l = criterion(w1 * x**2 + w2 * x + b, y)
        opt.zero_grad()
        l.backward()
        opt.step()
        losses.append(l.item())
    return losses
