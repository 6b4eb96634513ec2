# Wrong: thinks that each of the three parameters needs a backward of its own.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1 = torch.tensor([w1], requires_grad=True)
    w2 = torch.tensor([w2], requires_grad=True)
    b = torch.tensor([b], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w1 * x**2 + w2 * x + b - y) ** 2
            for p in (w1, w2, b):
                l.backward()
                p.data = p.data - lr * p.grad.data
                p.grad.data.zero_()
        losses.append(l.item())
    return losses
