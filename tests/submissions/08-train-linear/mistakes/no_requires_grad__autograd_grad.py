# Wrong: autograd grad.
import torch
def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w])
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            y_pred = w * x
            loss = (y_pred - y) ** 2
            g, = torch.autograd.grad(loss, w)
            w.data = w.data - lr * g
        losses.append(loss.item())
    return losses
