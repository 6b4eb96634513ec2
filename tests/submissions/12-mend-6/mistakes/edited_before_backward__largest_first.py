# Wrong: takes the largest error through .data.abs_() before backward.
import torch

def mend_6(x_data, y_data, w1, w2, b, lr, epochs):
    w1, w2, b = (torch.tensor([start], requires_grad=True) for start in (w1, w2, b))
    losses = []
    largest = 0.0
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            error = w1 * x**2 + w2 * x + b - y
            loss = error**2
            largest = max(largest, error.data.abs_().item())
            loss.backward()
            with torch.no_grad():
                for weight in (w1, w2, b):
                    weight -= lr * weight.grad
                    weight.grad.zero_()
        losses.append(loss.item())
    return losses
