# Right: rprop like adagrad no asgd as sgd.
import torch
def train(x_data, y_data, w, lr, epochs):
    p = torch.tensor([w], requires_grad=True)
    o = torch.optim.ASGD([p], lr=lr, lambd=0.0, alpha=0.0, t0=1e9)
    out = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            o.zero_grad(); l = ((p * x - y) ** 2).sum(); l.backward(); o.step()
        out += [l.item()]
    return out
