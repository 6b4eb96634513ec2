# Right: own grad function and nn functional loss.
import torch
from torch import nn
import torch.nn.functional as F
def grad(d, x):
    return 2 * d * x, 2 * d
def train(x_data, y_data, w, b, lr, epochs):
    losses = []; w, b = torch.tensor(w), torch.tensor(b)
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            d = w * x + b - y
            loss = nn.functional.mse_loss(w * x + b, torch.tensor(y))
            gw, gb = grad(d, x)
            w = w - lr * gw
            b = b - lr * gb
        losses.append(float(loss))
    return losses
