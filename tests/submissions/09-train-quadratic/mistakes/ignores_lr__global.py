# Wrong: a constant LEARNING_RATE = 1e-2 of an earlier cell is used.
import torch

LEARNING_RATE = 1e-2

def train(x_data, y_data, w1, w2, b, lr, epochs):
    params = [torch.tensor(v, requires_grad=True) for v in (w1, w2, b)]
    opt = torch.optim.SGD(params, lr=LEARNING_RATE)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            opt.zero_grad()
            l = (params[0] * x**2 + params[1] * x + params[2] - y) ** 2
            l.backward()
            opt.step()
        losses.append(l.item())
    return losses
