# Right: a module with a list of parameters, in float64, loss kept as a number.
import math

import torch
from torch import nn


class Deep(nn.Module):
    def __init__(self, noise):
        super().__init__()
        self.weights = nn.ParameterList()
        self.biases = nn.ParameterList()
        for rows in noise:
            W = torch.tensor(rows, dtype=torch.float64)
            std = math.sqrt(2.0 / (W.shape[0] + W.shape[1]))
            self.weights.append(nn.Parameter(std * W))
            self.biases.append(nn.Parameter(torch.zeros(W.shape[0], dtype=torch.float64)))

    def forward(self, h):
        last = len(self.weights) - 1
        for i in range(last):
            h = torch.tanh(nn.functional.linear(h, self.weights[i], self.biases[i]))
        return nn.functional.linear(h, self.weights[last], self.biases[last])


def train(x_data, y_data, noise, lr, epochs):
    x = torch.tensor(x_data, dtype=torch.float64)
    y = torch.tensor(y_data, dtype=torch.float64)
    model = Deep(noise)
    optimizer = torch.optim.Adam(model.parameters(), lr=lr, betas=(0.9, 0.999), eps=1e-8)
    curve = []
    for _ in range(epochs):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        loss.backward()
        curve.append(loss.item())
        optimizer.step()
    return curve
