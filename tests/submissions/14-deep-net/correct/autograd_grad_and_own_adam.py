# Right: autograd.grad, and Adam written out for a list of tensors.
import torch


def train(x_data, y_data, noise, lr, epochs):
    x, y = torch.tensor(x_data), torch.tensor(y_data)
    params = []
    for matrix in noise:
        W = torch.tensor(matrix)
        W = W * (2 / sum(W.shape)) ** 0.5
        params += [W.requires_grad_(), torch.zeros(len(matrix), requires_grad=True)]
    ms = [torch.zeros_like(p) for p in params]
    vs = [torch.zeros_like(p) for p in params]
    curve = []
    for t in range(1, epochs + 1):
        h = x
        for k in range(0, len(params), 2):
            h = h @ params[k].T + params[k + 1]
            if k < len(params) - 2:
                h = h.tanh()
        loss = (h - y).pow(2).mean()
        curve.append(float(loss))
        grads = torch.autograd.grad(loss, params)
        with torch.no_grad():
            for p, g, m, v in zip(params, grads, ms, vs):
                m.mul_(0.9).add_(0.1 * g)
                v.mul_(0.999).add_(0.001 * g * g)
                p -= lr * (m / (1 - 0.9**t)) / ((v / (1 - 0.999**t)).sqrt() + 1e-8)
    return curve
