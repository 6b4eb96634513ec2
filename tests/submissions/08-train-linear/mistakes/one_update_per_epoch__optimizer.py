# Wrong: zero_grad and step once an epoch around the sample loop.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.nn.Parameter(torch.tensor([w]))
    opt = torch.optim.SGD([w], lr=lr)
    losses = []
    for epoch in range(epochs):
        opt.zero_grad()
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            l.backward()
        opt.step()
        losses.append(l.item())
    return losses
