# Wrong: one batch of all samples per epoch, last sample's loss reported.
import torch
from torch import nn

class Quadratic(nn.Module):
    def __init__(self, w1, w2, b):
        super().__init__()
        self.w1 = nn.Parameter(torch.tensor(w1))
        self.w2 = nn.Parameter(torch.tensor(w2))
        self.b = nn.Parameter(torch.tensor(b))

    def forward(self, x):
        return self.w1 * x**2 + self.w2 * x + self.b


def train(x_data, y_data, w1, w2, b, lr, epochs):
    model = Quadratic(w1, w2, b)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    x, y = torch.tensor(x_data), torch.tensor(y_data)
    losses = []
    for epoch in range(epochs):
        each = (model(x) - y) ** 2
        optimizer.zero_grad()
        each.mean().backward()
        optimizer.step()
        losses.append(each[-1].item())
    return losses
