# Wrong: logs the loss of the epoch's first sample.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for i, (x, y) in enumerate(zip(x_data, y_data)):
            l = (w * x - y) ** 2
            if i == 0:
                losses.append(l.item())
            l.backward()
            w.data = w.data - lr * w.grad.data
            w.grad.data.zero_()
    return losses
