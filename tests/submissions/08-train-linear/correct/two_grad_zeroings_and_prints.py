# Right: two grad zeroings and prints.
import torch
def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([[w]], requires_grad=True); losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            if w.grad is not None: w.grad.zero_()
            x = torch.tensor([[x]]); y = torch.tensor([[y]])
            l = torch.sum((x @ w - y) ** 2)
            l.backward()
            print("\tgrad:", x.item(), y.item(), w.grad.item())
            w.data.add_(w.grad, alpha=-lr)
            w.grad.zero_()
        losses.append(l.item())
    return losses
