# Wrong: divides the step by the number of samples.
import torch

def train(x_data, y_data, depths, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y, depth in zip(x_data, y_data, depths):
            y_pred = x
            for _ in range(depth):
                y_pred = y_pred * w
            l = (y_pred - y) ** 2
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad / len(x_data)
            w.grad.zero_()
        losses.append(l.item())
    return losses
