# Trains on the rows held out.
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


class Net(nn.Module):
    def __init__(self, w1, b1, w2, b2):
        super().__init__()
        self.hidden = nn.Linear(len(w1[0]), len(w1))
        self.out = nn.Linear(len(w2[0]), len(w2))
        for p, start in zip(self.parameters(), (w1, b1, w2, b2)):
            p.data = torch.tensor(start)

    def forward(self, x):
        return self.out(torch.tanh(self.hidden(x)))


def train(x_data, y_data, x_val, y_val, w1, b1, w2, b2, lr, epochs, k):
    training = TensorDataset(torch.tensor(x_data), torch.tensor(y_data))
    held_out = TensorDataset(torch.tensor(x_val), torch.tensor(y_val))
    net, criterion = Net(w1, b1, w2, b2), nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(net.parameters(), lr=lr)
    curve = []
    for epoch in range(epochs):
        net.train()
        for x, y in DataLoader(held_out, batch_size=k):
            optimizer.zero_grad()
            criterion(net(x), y).backward()
            optimizer.step()
        net.eval()
        total = 0.0
        with torch.no_grad():
            for x, y in DataLoader(held_out, batch_size=k):
                total += criterion(net(x), y).item() * len(x)
        curve.append(total / len(held_out))
    return curve
