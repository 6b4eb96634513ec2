# Right: the lecture's own style, three one-element leaves, .data updates, each gradient zeroed after.
import torch

def forward(x, w1, w2, b):
    return w1 * x ** 2 + w2 * x + b

def loss(x, y, w1, w2, b):
    return (forward(x, w1, w2, b) - y) ** 2

def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1 = torch.Tensor([w1])
    w1.requires_grad = True
    w2 = torch.Tensor([w2])
    w2.requires_grad = True
    b = torch.Tensor([b])
    b.requires_grad = True
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = loss(x, y, w1, w2, b)
            l.backward()
            w1.data = w1.data - lr * w1.grad.data
            w2.data = w2.data - lr * w2.grad.data
            b.data = b.data - lr * b.grad.data
            w1.grad.data.zero_()
            w2.grad.data.zero_()
            b.grad.data.zero_()
        losses.append(l.item())
    return losses
