# Right: a Sequential with a feature layer, fed by a DataLoader with batches of one.
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

class Features(nn.Module):
    def forward(self, x):
        return torch.cat([x**2, x], dim=1)

def train(x_data, y_data, w1, w2, b, lr, epochs):
    data = TensorDataset(torch.tensor(x_data).unsqueeze(1), torch.tensor(y_data).unsqueeze(1))
    net = nn.Sequential(Features(), nn.Linear(2, 1))
    with torch.no_grad():
        net[1].weight.copy_(torch.tensor([[w1, w2]]))
        net[1].bias.copy_(torch.tensor([b]))
    optimizer = torch.optim.SGD(net.parameters(), lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in DataLoader(data):
            optimizer.zero_grad()
            loss = nn.functional.mse_loss(net(x), y)
            loss.backward()
            optimizer.step()
        losses.append(loss.item())
    return losses
