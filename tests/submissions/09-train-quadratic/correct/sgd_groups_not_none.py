# Right: SGD with one parameter group each (all the same lr), zero_grad(set_to_none=False) after the step.
import torch
from torch.optim import SGD

def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1, w2, b = [torch.nn.Parameter(torch.tensor(v)) for v in (w1, w2, b)]
    opt = SGD([{"params": [w1]}, {"params": [w2]}, {"params": [b], "lr": lr}], lr=lr, momentum=0)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (y - (w1 * x * x + w2 * x + b)) ** 2
            loss.backward()
            opt.step()
            opt.zero_grad(set_to_none=False)
        losses.append(loss.item())
    return losses
