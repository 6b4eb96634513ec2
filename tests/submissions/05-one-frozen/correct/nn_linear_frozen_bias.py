# Right: nn.Linear whose bias does not require a gradient.
import torch
from torch import nn

def train(x_data, y_data, w, b, lr, epochs):
    model = nn.Linear(1, 1)
    with torch.no_grad():
        model.weight.fill_(w)
        model.bias.fill_(b)
    model.bias.requires_grad_(False)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    criterion = nn.MSELoss()
    losses = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = criterion(model(torch.tensor([x])), torch.tensor([y]))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        losses.append(loss.item())
    return losses
