# Wrong: nn.Linear keeps its random start.
import torch
from torch import nn

def train(x_data, y_data, w1, w2, b, lr, epochs):
    net = nn.Linear(2, 1)
    opt = torch.optim.SGD(net.parameters(), lr=lr)
    losses = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            opt.zero_grad()
            loss = nn.MSELoss()(net(torch.tensor([x**2, x])), torch.tensor([y]))
            loss.backward()
            opt.step()
        losses.append(loss.item())
    return losses
