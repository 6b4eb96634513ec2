# Wrong: zeroes only at the start of each epoch, so within an epoch the gradients pile up.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    losses = []
    for epoch in range(epochs):
        optimizer.zero_grad()
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            l.backward()
            optimizer.step()
        losses.append(l.item())
    return losses
