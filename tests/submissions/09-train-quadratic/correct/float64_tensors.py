# Right: x_data and y_data made double tensors first, parameters double too.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    f64 = torch.float64
    X = torch.tensor(x_data, dtype=f64)
    Y = torch.tensor(y_data, dtype=f64)
    w1 = torch.tensor([w1], dtype=f64, requires_grad=True)
    w2 = torch.tensor([w2], dtype=f64, requires_grad=True)
    b = torch.tensor([b], dtype=f64, requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for k in range(len(X)):
            l = (w1 * X[k] ** 2 + w2 * X[k] + b - Y[k]) ** 2
            l.backward()
            with torch.no_grad():
                w1 -= lr * w1.grad
                w2 -= lr * w2.grad
                b -= lr * b.grad
            w1.grad.zero_(); w2.grad.zero_(); b.grad.zero_()
        losses.append(l.item())
    return losses
