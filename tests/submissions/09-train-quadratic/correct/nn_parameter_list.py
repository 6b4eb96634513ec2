# Right: a module with a ParameterList, mse_loss on one sample.
import torch
import torch.nn as nn
import torch.nn.functional as F

class Quadratic(nn.Module):
    def __init__(self, *start):
        super().__init__()
        self.p = nn.ParameterList([nn.Parameter(torch.tensor(s)) for s in start])

    def forward(self, x):
        w1, w2, b = self.p
        return w1 * x**2 + w2 * x + b

def train(x_data, y_data, w1, w2, b, lr, epochs):
    net = Quadratic(w1, w2, b)
    opt = torch.optim.SGD(net.parameters(), lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            out = F.mse_loss(net(torch.tensor(x)), torch.tensor(y))
            out.backward()
            opt.step()
            net.zero_grad()
        losses.append(out.item())
    return losses
