# Wrong: forward, step, zero_grad, backward: each step uses the gradient of the sample before.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1, w2, b = (torch.tensor([v], requires_grad=True) for v in (w1, w2, b))
    opt = torch.optim.SGD([w1, w2, b], lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            y_pred = w1 * x**2 + w2 * x + b
            l = (y_pred - y) ** 2
            opt.step()
            opt.zero_grad()
            l.backward()
        losses.append(l.item())
    return losses
