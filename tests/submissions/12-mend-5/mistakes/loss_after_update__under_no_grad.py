# Wrong: computes the loss after the last update inside no_grad.
import torch
from torch import nn

def mend_5(x_data, y_data, w, lr, epochs):
    model = nn.Linear(1, 1, bias=False)
    with torch.no_grad():
        model.weight.fill_(w)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    loss_of = nn.MSELoss()
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            x, y = torch.tensor([x]), torch.tensor([y])
            optimizer.zero_grad()
            loss_of(model(x), y).backward()
            optimizer.step()
        with torch.no_grad():
            losses.append(loss_of(model(x), y).item())
    return losses
