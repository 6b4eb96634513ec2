# Right: torch.autograd.grad and torch.prod of an expanded w.
import torch

def train(x_data, y_data, depths, w, lr, epochs):
    w = torch.tensor(w, dtype=torch.float64, requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y, depth in zip(x_data, y_data, depths):
            y_pred = x * torch.prod(w.expand(depth))
            loss = torch.square(y_pred - y)
            slope, = torch.autograd.grad(loss, [w])
            w = (w.detach() - lr * slope).requires_grad_(True)
        losses.append(loss.item())
    return losses
