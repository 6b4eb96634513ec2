# Wrong: SGD and a module, zero_grad forgotten.
import torch
from torch import nn

class Model(nn.Module):
    def __init__(self, w1, w2, b):
        super().__init__()
        self.w1 = nn.Parameter(torch.tensor(w1))
        self.w2 = nn.Parameter(torch.tensor(w2))
        self.b = nn.Parameter(torch.tensor(b))

    def forward(self, x):
        return self.w1 * x**2 + self.w2 * x + self.b

def train(x_data, y_data, w1, w2, b, lr, epochs):
    model = Model(w1, w2, b)
    opt = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (model(x) - y) ** 2
            l.backward()
            opt.step()
        losses.append(l.item())
    return losses
