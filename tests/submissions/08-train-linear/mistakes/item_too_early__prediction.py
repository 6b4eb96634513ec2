# Wrong: takes the prediction as a number, and so the loss is one.
import torch

def forward(x, w):
    return (x * w).item()

def loss(x, y, w):
    return (forward(x, w) - y) ** 2

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = loss(x, y, w)
            l.backward()
            w.data = w.data - lr * w.grad.data
            w.grad.data.zero_()
        losses.append(l.item())
    return losses
