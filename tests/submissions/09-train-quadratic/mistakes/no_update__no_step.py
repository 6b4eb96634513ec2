# Wrong: optimizer without step().
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    params = [torch.nn.Parameter(torch.tensor(v)) for v in (w1, w2, b)]
    opt = torch.optim.SGD(params, lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            opt.zero_grad()
            l = (params[0] * x**2 + params[1] * x + params[2] - y) ** 2
            l.backward()
        losses.append(l.item())
    return losses
