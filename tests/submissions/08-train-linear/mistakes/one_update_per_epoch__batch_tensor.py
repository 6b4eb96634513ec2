# Wrong: all samples in one tensor, sum of squares, one step an epoch; logs the last entry's loss.
import torch

def train(x_data, y_data, w, lr, epochs):
    X, Y = torch.tensor(x_data), torch.tensor(y_data)
    w = torch.tensor(w, requires_grad=True)
    opt = torch.optim.SGD([w], lr=lr)
    losses = []
    for epoch in range(epochs):
        per_sample = (w * X - Y) ** 2
        opt.zero_grad()
        per_sample.sum().backward()
        opt.step()
        losses.append(per_sample[-1].item())
    return losses
