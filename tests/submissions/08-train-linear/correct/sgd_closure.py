# Right: SGD driven by a closure; step() returns the loss from before the update.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor(float(w), requires_grad=True)
    opt = torch.optim.SGD([w], lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            def closure():
                opt.zero_grad()
                l = (w * x - y) ** 2
                l.backward()
                return l
            l = opt.step(closure)
        losses.append(l.item())
    return losses
