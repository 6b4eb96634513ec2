# Wrong: updates a clone of w.data.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            l.backward()
            new_w = w.data.clone()
            new_w -= lr * w.grad.data
            w.grad.zero_()
        losses.append(l.item())
    return losses
