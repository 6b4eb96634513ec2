# Wrong: writes lr=0.001, the default that they remember from elsewhere, into SGD.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    opt = torch.optim.SGD([w], lr=0.001)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            opt.zero_grad()
            l.backward()
            opt.step()
        losses.append(l.item())
    return losses
