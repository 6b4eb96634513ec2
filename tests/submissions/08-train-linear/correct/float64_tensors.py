# Right: everything in double precision.
import torch

def train(x_data, y_data, w, lr, epochs):
    X = torch.tensor(x_data, dtype=torch.float64)
    Y = torch.tensor(y_data, dtype=torch.double)
    w = torch.tensor(w, dtype=torch.double, requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(X, Y):
            l = (w * x - y) ** 2
            l.backward()
            w.data -= lr * w.grad
            w.grad.zero_()
        losses.append(l.item())
    return losses
