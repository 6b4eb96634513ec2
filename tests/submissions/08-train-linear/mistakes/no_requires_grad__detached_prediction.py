# Wrong: detaches the prediction before the loss.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    opt = torch.optim.SGD([w], lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            y_pred = (w * x).detach()
            l = (y_pred - y) ** 2
            opt.zero_grad()
            l.backward()
            opt.step()
        losses.append(l.item())
    return losses
