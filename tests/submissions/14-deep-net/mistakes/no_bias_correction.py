# Mistake: no corrections.
import torch


def train(x_data, y_data, noise, lr, epochs):
    x, y = torch.tensor(x_data), torch.tensor(y_data)
    params = []
    for matrix in noise:
        W = torch.tensor(matrix)
        W = W * (2 / (W.shape[0] + W.shape[1])) ** 0.5
        params += [W.requires_grad_(), torch.zeros(len(matrix), requires_grad=True)]
    ms = [0.0] * len(params)
    vs = [0.0] * len(params)
    curve = []
    t = 0
    for epoch in range(epochs):
        t += 1
        h = x
        for k in range(0, len(params), 2):
            h = h @ params[k].T + params[k + 1]
            if k < len(params) - 2:
                h = torch.tanh(h)
        loss = ((h - y) ** 2).mean()
        curve.append(loss.item())
        grads = torch.autograd.grad(loss, params)
        with torch.no_grad():
            for i, (p, g) in enumerate(zip(params, grads)):
                ms[i] = 0.9 * ms[i] + 0.1 * g
                vs[i] = 0.999 * vs[i] + 0.001 * g**2
                p -= lr * ms[i] / (vs[i].sqrt() + 1e-8)
    return curve
