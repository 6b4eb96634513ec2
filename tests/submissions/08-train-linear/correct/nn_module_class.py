# Right: a module class of their own with one parameter; updates the parameters by hand in no_grad.
import torch
import torch.nn as nn
import torch.nn.functional as F

class LinearModel(nn.Module):
    def __init__(self, w):
        super().__init__()
        self.w = nn.Parameter(torch.tensor([w]))

    def forward(self, x):
        return self.w * x

def train(x_data, y_data, w, lr, epochs):
    model = LinearModel(w)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            model.zero_grad()
            l = F.mse_loss(model(x), torch.tensor([y]))
            l.backward()
            with torch.no_grad():
                for p in model.parameters():
                    p -= lr * p.grad
        losses.append(l.item())
    return losses
