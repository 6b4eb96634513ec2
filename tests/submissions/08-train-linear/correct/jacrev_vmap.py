# Right: jacrev vmap.
import torch
from torch.func import jacrev, vmap
def train(x_data, y_data, w, lr, epochs):
    X, Y = torch.tensor(x_data), torch.tensor(y_data)
    w = torch.tensor(w); losses = []
    f = lambda w, x, y: (w * x - y) ** 2
    for _ in range(epochs):
        for i in range(len(X)):
            g = vmap(jacrev(f), in_dims=(None, 0, 0))(w, X, Y)[i]
            l = f(w, X[i], Y[i])
            w = w - lr * g
        losses.append(l.item())
    return losses
