# Wrong: keeps the second sample's loss.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        of_epoch = []
        for x, y in zip(x_data, y_data):
            loss = (w * x - y) ** 2
            of_epoch.append(loss.item())
            loss.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad.zero_()
        losses.append(of_epoch[:2][-1])
    return losses
