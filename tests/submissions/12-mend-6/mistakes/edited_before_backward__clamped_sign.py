# Wrong: copies the absolute error back through .data.
import torch

def mend_6(x_data, y_data, w1, w2, b, lr, epochs):
    """The training of lesson 09: return one loss per epoch, the last sample's before its update."""
    w1, w2, b = (torch.tensor([start], requires_grad=True) for start in (w1, w2, b))
    losses = []
    largest = 0.0
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            error = w1 * x**2 + w2 * x + b - y
            loss = error**2
            error.data.copy_(error.data.abs())
            largest = max(largest, error.detach().abs().item())
            loss.backward()
            with torch.no_grad():
                for weight in (w1, w2, b):
                    weight -= lr * weight.grad
                    weight.grad.zero_()
        losses.append(loss.item())
    return losses
