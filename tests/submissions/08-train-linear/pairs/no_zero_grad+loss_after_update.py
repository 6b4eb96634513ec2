# Wrong twice: never zeroes, and logs the loss after the update.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    opt = torch.optim.SGD([w], lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            l.backward()
            opt.step()
        losses.append(((w * x - y) ** 2).item())
    return losses
