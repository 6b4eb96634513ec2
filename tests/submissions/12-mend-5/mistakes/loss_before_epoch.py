# Wrong: looks at the last sample before the epoch's loop.
import torch
from torch import nn

def mend_5(x_data, y_data, w, lr, epochs):
    """The training of lesson 08: return one loss per epoch, the last sample's before its update."""
    model = nn.Linear(1, 1, bias=False)
    with torch.no_grad():
        model.weight.fill_(w)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    loss_of = nn.MSELoss()
    losses = []
    for epoch in range(epochs):
        last_x, last_y = torch.tensor([x_data[-1]]), torch.tensor([y_data[-1]])
        losses.append(loss_of(model(last_x), last_y).item())
        for x, y in zip(x_data, y_data):
            x, y = torch.tensor([x]), torch.tensor([y])
            optimizer.zero_grad()
            loss_of(model(x), y).backward()
            optimizer.step()
    return losses
