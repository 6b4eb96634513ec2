# Right: vjp.
import torch
def train(x_data, y_data, w1, w2, b, lr, epochs):
    p = (torch.tensor(w1), torch.tensor(w2), torch.tensor(b)); out = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            l, back = torch.func.vjp(lambda w1, w2, b: (w1 * x ** 2 + w2 * x + b - y) ** 2, *p)
            p = tuple(v - lr * g for v, g in zip(p, back(torch.ones_like(l))))
        out.append(l.item())
    return out
