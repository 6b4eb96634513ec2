# Wrong in a way that is not in the list: SGD with weight_decay=0.1.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    params = [torch.tensor(v, requires_grad=True) for v in (w1, w2, b)]
    opt = torch.optim.SGD(params, lr=lr, weight_decay=0.1)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (params[0] * x**2 + params[1] * x + params[2] - y) ** 2
            opt.zero_grad()
            l.backward()
            opt.step()
        losses.append(l.item())
    return losses
