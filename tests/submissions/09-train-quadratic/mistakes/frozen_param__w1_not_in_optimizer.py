# Wrong: w1 is missing from the optimizer's list.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1 = torch.tensor(w1, requires_grad=True)
    w2 = torch.tensor(w2, requires_grad=True)
    b = torch.tensor(b, requires_grad=True)
    opt = torch.optim.SGD([w2, b], lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            opt.zero_grad()
            l = (w1 * x**2 + w2 * x + b - y) ** 2
            l.backward()
            opt.step()
        losses.append(l.item())
    return losses
