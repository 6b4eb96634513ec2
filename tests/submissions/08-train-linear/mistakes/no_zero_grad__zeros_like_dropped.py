# Wrong: makes a tensor of zeros under a new name, the gradient itself stays.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
            grad = torch.zeros_like(w.grad)  # reset
        losses.append(l.item())
    return losses
