# Wrong: nn.Linear without bias.
import torch
from torch import nn

def train(x_data, y_data, w1, w2, b, lr, epochs):
    net = nn.Linear(2, 1, bias=False)
    net.weight = nn.Parameter(torch.tensor([[w1, w2]]))
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
