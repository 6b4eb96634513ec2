# Wrong: optimizer.zero_grad() stands between backward and step, so step has nothing to use.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            l.backward()
            optimizer.zero_grad()
            optimizer.step()
        losses.append(l.item())
    return losses
