# Wrong: torch Tensor of size.
import torch
def train(x_data, y_data, w, lr, epochs):
    w = torch.zeros(1).requires_grad_()
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            y_pred = w * x
            loss = (y_pred - y) ** 2
            loss.backward()
            w.data = w.data - lr * w.grad.data
            w.grad.data.zero_()
        losses.append(loss.item())
    return losses
