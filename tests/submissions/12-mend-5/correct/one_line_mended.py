# Right: the broken loop with its one fault mended.
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
        for x, y in zip(x_data, y_data):
            loss = loss_of(model(torch.tensor([x])), torch.tensor([y]))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        losses.append(loss.item())
    return losses
