# Wrong: saves g = w.grad, zeroes w.grad and uses g, which is the same tensor and now 0.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor(w, requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            l.backward()
            g = w.grad
            w.grad.zero_()
            with torch.no_grad():
                w -= lr * g
        losses.append(l.item())
    return losses
