# Right: nn.Linear without bias, its weight filled with w, nn.MSELoss on one sample and SGD.
import torch
from torch import nn

def train(x_data, y_data, w, lr, epochs):
    model = nn.Linear(1, 1, bias=False)
    nn.init.constant_(model.weight, w)
    criterion = nn.MSELoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    X = torch.tensor(x_data).view(-1, 1)
    Y = torch.tensor(y_data).view(-1, 1)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(X, Y):
            loss = criterion(model(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        losses.append(loss.item())
    return losses
