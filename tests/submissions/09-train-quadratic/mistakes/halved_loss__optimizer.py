# Wrong: a loss function with the factor 0.5 and SGD.
import torch

def criterion(y_pred, y):
    return 0.5 * torch.square(y_pred - y)

def train(x_data, y_data, w1, w2, b, lr, epochs):
    theta = torch.tensor([w1, w2, b], requires_grad=True)
    opt = torch.optim.SGD([theta], lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            opt.zero_grad()
            l = criterion(theta[0] * x**2 + theta[1] * x + theta[2], y)
            l.backward()
            opt.step()
        losses.append(l.item())
    return losses
