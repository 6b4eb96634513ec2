# Right: torch tensors, but the gradients are computed by hand.
import torch

def train(x_data, y_data, w, b, lr, epochs):
    w, b = torch.tensor([w]), torch.tensor([b])
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            d = w * x + b - y
            w = w - lr * 2 * d * x
            b = b - lr * 2 * d
        losses.append((d**2).item())
    return losses
