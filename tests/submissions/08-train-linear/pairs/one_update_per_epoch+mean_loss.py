# Wrong twice: the batch's mean squared error, one step an epoch, and that mean is logged.
import torch
import torch.nn.functional as F

def train(x_data, y_data, w, lr, epochs):
    X = torch.tensor(x_data)
    Y = torch.tensor(y_data)
    w = torch.tensor(w, requires_grad=True)
    opt = torch.optim.SGD([w], lr=lr)
    losses = []
    for epoch in range(epochs):
        opt.zero_grad()
        l = F.mse_loss(w * X, Y)
        l.backward()
        opt.step()
        losses.append(l.item())
    return losses
