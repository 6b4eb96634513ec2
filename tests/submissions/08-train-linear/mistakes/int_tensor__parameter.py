# Wrong: nn.Parameter around a long tensor.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.nn.Parameter(torch.full((1,), w, dtype=torch.long))
    opt = torch.optim.SGD([w], lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            opt.zero_grad()
            l = (w * x - y) ** 2
            l.backward()
            opt.step()
        losses.append(l.item())
    return losses
