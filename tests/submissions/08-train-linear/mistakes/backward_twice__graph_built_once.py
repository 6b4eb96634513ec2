# Wrong: builds the losses once before the epochs and calls backward on them in each epoch.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    sample_losses = [(w * x - y) ** 2 for x, y in zip(x_data, y_data)]
    losses = []
    for epoch in range(epochs):
        for l in sample_losses:
            l.backward()
            w.data -= lr * w.grad
            w.grad.zero_()
        losses.append(l.item())
    return losses
