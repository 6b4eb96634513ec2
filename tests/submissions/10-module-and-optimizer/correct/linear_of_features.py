# Right: nn.Linear(2, 1) on (x², x), its weights filled in no_grad.
import torch
from torch import nn

def train(x_data, y_data, w1, w2, b, lr, epochs):
    net = nn.Linear(2, 1)
    with torch.no_grad():
        net.weight[0, 0] = w1
        net.weight[0, 1] = w2
        net.bias[0] = b
    opt = torch.optim.SGD(net.parameters(), lr=lr)
    curve = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            opt.zero_grad(set_to_none=False)
            error = nn.functional.mse_loss(net(torch.tensor([x * x, x])), torch.tensor([y]))
            error.backward()
            opt.step()
        curve.append(float(error))
    return curve
