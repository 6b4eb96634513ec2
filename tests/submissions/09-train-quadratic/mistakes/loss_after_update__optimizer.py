# Wrong: evaluates in no_grad on the last sample at the end of the epoch.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1, w2, b = (torch.tensor([v], requires_grad=True) for v in (w1, w2, b))
    opt = torch.optim.SGD([w1, w2, b], lr=lr)
    model = lambda x: w1 * x**2 + w2 * x + b
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            opt.zero_grad()
            ((model(x) - y) ** 2).backward()
            opt.step()
        with torch.no_grad():
            x, y = x_data[-1], y_data[-1]
            losses.append(((model(x) - y) ** 2).item())
    return losses
