# Wrong: collects the losses in a tensor and logs torch.mean of it.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    params = [torch.tensor(v, requires_grad=True) for v in (w1, w2, b)]
    opt = torch.optim.SGD(params, lr=lr)
    losses = []
    for epoch in range(epochs):
        ls = []
        for x, y in zip(x_data, y_data):
            opt.zero_grad()
            l = (params[0] * x**2 + params[1] * x + params[2] - y) ** 2
            l.backward()
            opt.step()
            ls.append(l.detach())
        losses.append(torch.stack(ls).mean().item())
    return losses
