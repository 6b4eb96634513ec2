# Right: torch.autograd.grad for all three at once, so there is no .grad to zero.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    params = [torch.tensor([v], requires_grad=True) for v in (w1, w2, b)]
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (params[0] * x ** 2 + params[1] * x + params[2] - y) ** 2
            grads = torch.autograd.grad(l, params)
            with torch.no_grad():
                for p, g in zip(params, grads):
                    p -= lr * g
        losses.append(l.item())
    return losses
