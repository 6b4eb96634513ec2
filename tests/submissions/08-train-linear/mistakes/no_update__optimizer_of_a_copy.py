# Wrong: the optimizer holds a copy of w, not w.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    opt = torch.optim.SGD([w.clone().detach().requires_grad_()], lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            opt.zero_grad()
            l = (w * x - y) ** 2
            l.backward()
            opt.step()
        losses.append(l.item())
    return losses
