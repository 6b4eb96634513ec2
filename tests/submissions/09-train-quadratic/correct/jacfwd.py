# Right: jacfwd.
import torch
from torch.func import jacfwd
def train(x_data, y_data, w1, w2, b, lr, epochs):
    p = torch.tensor([w1, w2, b], dtype=torch.double); out = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            phi = torch.tensor([x * x, x, 1.0], dtype=torch.double)
            f = lambda p: torch.linalg.vecdot(p, phi).sub(y).pow(2)
            l, p = f(p), p - lr * jacfwd(f)(p)
        out.append(l.item())
    return out
