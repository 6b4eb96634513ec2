# Right: numpy zero d list.
import torch
def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor(w, requires_grad=True); losses = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            l.backward()
            with torch.no_grad(): w -= lr * w.grad
            w.grad = None
        losses.append(l.detach().numpy())
    return losses
