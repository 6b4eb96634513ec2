# Wrong: float() around the loss, with the optimizer.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    opt = torch.optim.SGD([w], lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            opt.zero_grad()
            l = float((w * x - y) ** 2)
            l.backward()
            opt.step()
        losses.append(l)
    return losses
