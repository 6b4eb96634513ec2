# Right: DataLoader with shuffle=False and batch_size=1 over pairs of the Python lists.
import torch
from torch.utils.data import DataLoader

def train(x_data, y_data, w1, w2, b, lr, epochs):
    loader = DataLoader(list(zip(x_data, y_data)), batch_size=1, shuffle=False)
    w1 = torch.tensor([w1], requires_grad=True)
    w2 = torch.tensor([w2], requires_grad=True)
    b = torch.tensor([b], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in loader:
            l = ((w1 * x**2 + w2 * x + b - y) ** 2).mean()
            l.backward()
            for p in (w1, w2, b):
                p.data -= lr * p.grad
                p.grad.zero_()
        losses.append(l.item())
    return losses
