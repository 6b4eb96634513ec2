# Wrong: writes w.grad.data.zero_ without the parentheses, which names the method and never calls it.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (x * w - y) ** 2
            l.backward()
            w.data -= lr * w.grad.data
            w.grad.data.zero_
        losses.append(l.item())
    return losses
