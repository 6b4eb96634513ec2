# Wrong: a module that fills its weight with ones, w is not used.
import torch
from torch import nn

def train(x_data, y_data, w, lr, epochs):
    model = nn.Linear(1, 1, bias=False)
    nn.init.ones_(model.weight)
    opt = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            opt.zero_grad()
            l = (model(torch.tensor([x])) - y) ** 2
            l.backward()
            opt.step()
        losses.append(l.item())
    return losses
