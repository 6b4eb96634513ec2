# Wrong: makes the error positive through .data before backward, as patient F does.
import torch


def mend_6(x_data, y_data, w1, w2, b, lr, epochs):
    w1, w2, b = (torch.tensor([start], requires_grad=True) for start in (w1, w2, b))
    losses, largest = [], 0.0
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            error = w1 * x**2 + w2 * x + b - y
            print(f"x {x}   error {error.item():.3f}", end="   ")
            loss = error**2
            largest = max(largest, error.data.abs_().item())  # for the report
            loss.backward()
            print(f"grad of b {b.grad.item():.3f}")
            with torch.no_grad():
                for p in (w1, w2, b):
                    p -= lr * p.grad
                    p.grad.zero_()
        losses.append(loss.item())
    return losses
