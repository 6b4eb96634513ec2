# Right: counts down with while, sets grad to None.
import torch

def train(x_data, y_data, depths, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y, depth in zip(x_data, y_data, depths):
            y_pred = x
            left = depth
            while left > 0:
                y_pred = w * y_pred
                left -= 1
            l = (y_pred - y) ** 2
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        losses.append(l.item())
    return losses
