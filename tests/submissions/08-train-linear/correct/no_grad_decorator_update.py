# Right: no grad decorator update.
import torch
@torch.no_grad()
def update(w, lr):
    w -= lr * w.grad
    w.grad = None
def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True); losses = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            l.backward()
            update(w, lr)
        losses.append(l.item())
    return losses
