# Wrong: adds each loss to a running tensor and calls backward on the running total each time.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    opt = torch.optim.SGD([w], lr=lr)
    losses = []
    for epoch in range(epochs):
        total = 0
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            total = total + l
            opt.zero_grad()
            total.backward()
            opt.step()
        losses.append(l.item())
    return losses
