# Wrong in a way that is not in the list: SGD with momentum 0.9.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    opt = torch.optim.SGD([w], lr=lr, momentum=0.9)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            opt.zero_grad()
            l = (w * x - y) ** 2
            l.backward()
            opt.step()
        losses.append(l.item())
    return losses
