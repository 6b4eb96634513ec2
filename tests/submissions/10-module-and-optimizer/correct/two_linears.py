# Right: two nn.Linear, one for x² without bias and one for x with bias.
import torch
from torch import nn

class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.square = nn.Linear(1, 1, bias=False)
        self.line = nn.Linear(1, 1)

    def forward(self, x):
        return self.square(x * x) + self.line(x)

def train(x_data, y_data, w1, w2, b, lr, epochs):
    model = Model()
    nn.init.constant_(model.square.weight, w1)
    nn.init.constant_(model.line.weight, w2)
    nn.init.constant_(model.line.bias, b)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    xs = torch.tensor(x_data).reshape(-1, 1)
    ys = torch.tensor(y_data).reshape(-1, 1)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(xs, ys):
            loss = nn.MSELoss(reduction="sum")(model(x), y)
            loss.backward()
            optimizer.step()
            optimizer.zero_grad()
        losses.append(loss.detach().item())
    return losses
