# Wrong: assigns w = w - ... inside no_grad: the new w does not require a gradient at all.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor(w, requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            l.backward()
            with torch.no_grad():
                w = w - lr * w.grad
        losses.append(l.item())
    return losses
