# Wrong: nn.Linear over [x, x²] but filled with (w1, w2).
import torch
from torch import nn

def train(x_data, y_data, w1, w2, b, lr, epochs):
    model = nn.Linear(2, 1)
    model.weight.data = torch.tensor([[w1, w2]])
    model.bias.data = torch.tensor([b])
    opt = torch.optim.SGD(model.parameters(), lr=lr)
    mse = nn.MSELoss()
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            opt.zero_grad()
            l = mse(model(torch.tensor([x, x**2])), torch.tensor([y]))
            l.backward()
            opt.step()
        losses.append(l.item())
    return losses
