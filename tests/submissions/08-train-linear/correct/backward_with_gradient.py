# Right: the loss is a one-element vector and backward gets its gradient of ones; lists collected per epoch.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.ones(1) * w
    w.requires_grad_(True)
    losses = []
    for epoch in range(epochs):
        per_sample = []
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            l.backward(gradient=torch.ones_like(l))
            per_sample.append(l.item())
            w.data = w.data - lr * w.grad
            w.grad.zero_()
        losses.append(per_sample[-1])
    return losses
