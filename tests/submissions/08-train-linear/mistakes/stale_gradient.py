# Wrong: step() stands before backward(), so it uses the previous sample's gradient.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    opt = torch.optim.SGD([w], lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            opt.step()
            opt.zero_grad()
            l.backward()
        losses.append(l.item())
    return losses
