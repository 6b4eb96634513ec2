# Right: conv1d bilinear.
import torch
def train(x_data, y_data, w1, w2, b, lr, epochs):
    k = torch.tensor([[[w1, w2, b]]], requires_grad=True); h = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (torch.nn.functional.conv1d(torch.tensor([[[x * x, x, 1.0]]]), k) - y).pow(2).mean()
            l.backward()
            k.data.sub_(k.grad.mul_(lr)); k.grad.zero_()
        h.append(l.item())
    return h
