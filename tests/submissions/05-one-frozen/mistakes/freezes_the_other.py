# Wrong: b is tracked and learns, w does not.
import torch

def train(x_data, y_data, w, b, lr, epochs):
    w = torch.tensor([w])
    b = torch.tensor([b], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x + b - y) ** 2
            l.backward()
            with torch.no_grad():
                b -= lr * b.grad
            b.grad.zero_()
        losses.append(l.item())
    return losses
