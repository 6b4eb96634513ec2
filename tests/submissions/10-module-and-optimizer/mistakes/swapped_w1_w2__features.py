# Wrong: nn.Linear gets (x, x²) while its weights are (w1, w2).
import torch
from torch import nn

def train(x_data, y_data, w1, w2, b, lr, epochs):
    net = nn.Linear(2, 1)
    with torch.no_grad():
        net.weight.copy_(torch.tensor([[w1, w2]]))
        net.bias.fill_(b)
    opt = torch.optim.SGD(net.parameters(), lr=lr)
    losses = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            opt.zero_grad()
            loss = nn.MSELoss()(net(torch.tensor([x, x**2])), torch.tensor([y]))
            loss.backward()
            opt.step()
        losses.append(loss.item())
    return losses
