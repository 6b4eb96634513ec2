# A tenth of lr.
import torch
import torch.nn.functional as F
from torch import nn


def train(x_data, y_data, x_val, y_val, w1, b1, w2, b2, lr, epochs, k):
    x, y = torch.tensor(x_data), torch.tensor(y_data)
    model = nn.Sequential(
        nn.Linear(len(w1[0]), len(w1)), nn.Tanh(), nn.Linear(len(w2[0]), len(w2))
    )
    model.load_state_dict(
        {
            "0.weight": torch.tensor(w1),
            "0.bias": torch.tensor(b1),
            "2.weight": torch.tensor(w2),
            "2.bias": torch.tensor(b2),
        }
    )
    optimizer = torch.optim.SGD(model.parameters(), lr=lr / 10)
    losses = []
    for epoch in range(epochs):
        for i in range(0, len(x), k):
            loss = F.cross_entropy(model(x[i : i + k]), y[i : i + k])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        val_loss = F.cross_entropy(model(torch.tensor(x_val)), torch.tensor(y_val))
        losses.append(val_loss.item())
    return losses
