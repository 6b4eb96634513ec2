# Right: a Linear whose start comes through load_state_dict, and a step closure.
import torch
from torch import nn

def train(x_data, y_data, w1, w2, b, lr, epochs):
    model = nn.Linear(2, 1)
    model.load_state_dict({"weight": torch.tensor([[w1, w2]]), "bias": torch.tensor([b])})
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            def closure():
                optimizer.zero_grad()
                loss = ((model(torch.tensor([x**2, x])) - y) ** 2).squeeze()
                loss.backward()
                return loss
            last = optimizer.step(closure)
        losses.append(last.item())
    return losses
