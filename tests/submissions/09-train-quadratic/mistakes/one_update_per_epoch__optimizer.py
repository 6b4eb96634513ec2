# Wrong: opt.step() and opt.zero_grad() outside of the sample loop.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1, w2, b = (torch.nn.Parameter(torch.tensor(v)) for v in (w1, w2, b))
    opt = torch.optim.SGD([w1, w2, b], lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w1 * x**2 + w2 * x + b - y).pow(2)
            l.backward()
        opt.step()
        opt.zero_grad()
        losses.append(l.item())
    return losses
