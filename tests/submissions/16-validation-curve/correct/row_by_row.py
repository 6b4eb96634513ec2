# Right: plain lists for the rows held out, autograd for the rest.
import math

import torch
import torch.nn.functional as F


def train(x_data, y_data, x_val, y_val, w1, b1, w2, b2, lr, epochs, k):
    params = [torch.tensor(p, requires_grad=True) for p in (w1, b1, w2, b2)]
    optimizer = torch.optim.SGD(params, lr=lr)

    def logits(x):
        a, b, c, d = params
        return torch.tanh(torch.tensor(x) @ a.T + b) @ c.T + d

    curve = []
    for epoch in range(epochs):
        for i in range(0, len(x_data), k):
            optimizer.zero_grad()
            F.cross_entropy(logits(x_data[i : i + k]), torch.tensor(y_data[i : i + k])).backward()
            optimizer.step()
        losses = []
        for x, label in zip(x_val, y_val):
            z = logits([x])[0].tolist()
            losses.append(math.log(sum(math.exp(each) for each in z)) - z[label])
        curve.append(math.fsum(losses) / len(losses))
    return curve
