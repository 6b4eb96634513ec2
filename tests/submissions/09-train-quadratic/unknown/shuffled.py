# Wrong in a way that is not in the list: DataLoader with shuffle=True and a fixed seed.
import torch
from torch.utils.data import DataLoader

def train(x_data, y_data, w1, w2, b, lr, epochs):
    g = torch.Generator().manual_seed(0)
    loader = DataLoader(list(zip(x_data, y_data)), batch_size=1, shuffle=True, generator=g)
    params = [torch.tensor([v], requires_grad=True) for v in (w1, w2, b)]
    opt = torch.optim.SGD(params, lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in loader:
            opt.zero_grad()
            l = (params[0] * x**2 + params[1] * x + params[2] - y) ** 2
            l.backward()
            opt.step()
        losses.append(l.item())
    return losses
