# Right: torch polyval vander.
import torch
def train(x_data, y_data, w1, w2, b, lr, epochs):
    X = torch.linalg.vander(torch.tensor(x_data), N=3); Y = torch.tensor(y_data)
    p = torch.tensor([b, w2, w1]).requires_grad_(); out = []
    for _ in range(epochs):
        for row, y in zip(X, Y):
            l = (row @ p - y) ** 2
            p.grad = None; l.backward()
            with torch.no_grad(): p -= lr * p.grad
        out.append(l.item())
    return out
