# Right: computes the new value and copies it into the leaf with copy_.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.full((1,), w, requires_grad=True)
    losses = []
    for epoch in range(epochs):
        last = None
        for x, y in zip(x_data, y_data):
            w.grad = None
            last = torch.square(x * w - y).sum()
            last.backward()
            with torch.no_grad():
                w.copy_(w - lr * w.grad)
        losses.append(float(last))
    return losses
