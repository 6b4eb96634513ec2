# Wrong: keeps the updated value under another name each step and goes on with the old w.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            w.grad = None
            l = (w * x - y) ** 2
            l.backward()
            weight = w.detach() - lr * w.grad
        losses.append(l.item())
    return losses
