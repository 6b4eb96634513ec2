# Right: SGD is given w alone; b is tracked but in no optimizer.
import torch

def train(x_data, y_data, w, b, lr, epochs):
    w = torch.tensor(w, requires_grad=True)
    b = torch.tensor(b, requires_grad=True)
    opt = torch.optim.SGD([w], lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            opt.zero_grad()
            l = (w * x + b - y) ** 2
            l.backward()
            opt.step()
        losses.append(l.item())
    return losses
