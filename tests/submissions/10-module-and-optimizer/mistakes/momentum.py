# Wrong in a way that is not in the list: momentum 0.9.
import torch
from torch import nn

class Quadratic(nn.Module):
    def __init__(self, w1, w2, b):
        super().__init__()
        self.w1 = nn.Parameter(torch.tensor(w1))
        self.w2 = nn.Parameter(torch.tensor(w2))
        self.b = nn.Parameter(torch.tensor(b))

    def forward(self, x):
        return self.w1 * x**2 + self.w2 * x + self.b

def train(x_data, y_data, w1, w2, b, lr, epochs):
    model = Quadratic(w1, w2, b)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
    criterion = nn.MSELoss()
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            y_pred = model(x)
            loss = criterion(y_pred, torch.tensor(y))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        losses.append(loss.item())
    return losses
