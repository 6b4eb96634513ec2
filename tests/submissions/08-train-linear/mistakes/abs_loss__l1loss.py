# Wrong: nn.L1Loss instead of nn.MSELoss.
import torch
from torch import nn

def train(x_data, y_data, w, lr, epochs):
    w = nn.Parameter(torch.tensor([w]))
    criterion = nn.L1Loss()
    opt = torch.optim.SGD([w], lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = criterion(w * x, torch.tensor([y]))
            opt.zero_grad()
            loss.backward()
            opt.step()
        losses.append(loss.item())
    return losses
