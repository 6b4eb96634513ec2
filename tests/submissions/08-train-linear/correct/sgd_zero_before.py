# Right: torch.optim.SGD, zero_grad before backward.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            optimizer.zero_grad()
            l = (w * x - y) ** 2
            l.backward()
            optimizer.step()
        losses.append(l.item())
    return losses
