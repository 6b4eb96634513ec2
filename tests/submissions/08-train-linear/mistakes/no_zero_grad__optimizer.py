# Wrong: SGD without any zero_grad().
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor(w, requires_grad=True)
    opt = torch.optim.SGD([w], lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x - y) ** 2
            loss.backward()
            opt.step()
        losses.append(loss.item())
    return losses
