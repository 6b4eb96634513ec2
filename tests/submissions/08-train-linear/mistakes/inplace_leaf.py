# Wrong: w -= ... on a leaf outside of no_grad, which torch refuses.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            l.backward()
            w -= lr * w.grad
            w.grad.zero_()
        losses.append(l.item())
    return losses
