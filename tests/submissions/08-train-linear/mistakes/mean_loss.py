# Wrong: logs the mean of the epoch's losses instead of the last one.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        epoch_losses = []
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            l.backward()
            w.data = w.data - lr * w.grad.data
            w.grad.data.zero_()
            epoch_losses.append(l.item())
        losses.append(sum(epoch_losses) / len(epoch_losses))
    return losses
