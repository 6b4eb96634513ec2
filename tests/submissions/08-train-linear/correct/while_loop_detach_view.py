# Right: while loops, and the update written through the view that w.detach() shares with w.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    epoch = 0
    while epoch < epochs:
        i = 0
        while i < len(x_data):
            y_pred = w * x_data[i]
            l = (y_data[i] - y_pred) ** 2
            w.grad = None
            l.backward()
            values = w.detach()
            values -= lr * w.grad
            i += 1
        losses.append(l.item())
        epoch += 1
    return losses
