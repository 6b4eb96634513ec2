# Right: the old .data way, requires_grad set later.
import torch

def train(x_data, y_data, w, b, lr, epochs):
    w = torch.Tensor([w])
    w.requires_grad = True
    b = torch.tensor([b])
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x + b - y) ** 2
            l.backward()
            w.data = w.data - lr * w.grad.data
            w.grad.data.zero_()
        losses.append(l.item())
    return losses
