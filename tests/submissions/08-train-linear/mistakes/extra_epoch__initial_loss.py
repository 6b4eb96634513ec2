# Wrong: logs the loss before any training first, so the list is one too long and shifted.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    opt = torch.optim.SGD([w], lr=lr)
    losses = [((w * x_data[-1] - y_data[-1]) ** 2).item()]
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            opt.zero_grad()
            l = (w * x - y) ** 2
            l.backward()
            opt.step()
        losses.append(l.item())
    return losses
