# Wrong: computes the loss once more after the last update, as patient E does.
import torch
from torch import nn


def mend_5(x_data, y_data, w, lr, epochs):
    model = nn.Linear(1, 1, bias=False)
    nn.init.constant_(model.weight, w)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    criterion = nn.MSELoss()
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            x, y = torch.tensor([x]), torch.tensor([y])
            optimizer.zero_grad()
            criterion(model(x), y).backward()
            optimizer.step()
        losses.append(criterion(model(x), y).item())
        print(f"epoch {epoch}   loss {losses[-1]:.3f}   w {model.weight.item():.4f}")
    return losses
