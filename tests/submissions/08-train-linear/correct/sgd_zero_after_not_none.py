# Right: SGD with momentum 0 written out, zero_grad(set_to_none=False) after the step.
import torch
from torch import optim

def train(x_data, y_data, w, lr, epochs):
    w = torch.nn.Parameter(torch.tensor(w))
    opt = optim.SGD(params=[w], lr=lr, momentum=0.0, weight_decay=0)
    losses = []
    for epoch in range(1, epochs + 1):
        for x, y in zip(x_data, y_data):
            l = torch.pow(w * x - y, 2)
            l.backward()
            opt.step()
            opt.zero_grad(set_to_none=False)
        losses.append(l.detach().item())
    return losses
