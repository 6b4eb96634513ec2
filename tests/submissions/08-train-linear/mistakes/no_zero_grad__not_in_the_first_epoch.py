# Wrong: clears the gradient from the second epoch on only.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x - y) ** 2
            loss.backward()
            with torch.no_grad():
                w -= lr * w.grad
            if epoch > 0:
                w.grad.zero_()
        losses.append(loss.item())
    return losses
