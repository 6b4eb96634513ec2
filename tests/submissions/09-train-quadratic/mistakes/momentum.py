# Wrong in a way that is not in the list: SGD with momentum 0.9.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    params = [torch.tensor([v], requires_grad=True) for v in (w1, w2, b)]
    opt = torch.optim.SGD(params, lr=lr, momentum=0.9)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            opt.zero_grad()
            l = (params[0] * x**2 + params[1] * x + params[2] - y) ** 2
            l.backward()
            opt.step()
        losses.append(l.item())
    return losses
