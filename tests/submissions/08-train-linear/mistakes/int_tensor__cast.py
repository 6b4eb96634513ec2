# Wrong: casts w to int first and asks for a gradient in a second line.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor(int(w))
    w.requires_grad = True
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            l.backward()
            w.data -= lr * w.grad
            w.grad.zero_()
        losses.append(l.item())
    return losses
