# Wrong: keeps the gradient of w2 without copying it, clears all three, and then steps.
import torch

def mend_3(x_data, y_data, w1, w2, b, lr, epochs):
    w1, w2, b = (torch.tensor([start], requires_grad=True) for start in (w1, w2, b))
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w1 * x**2 + w2 * x + b - y) ** 2
            loss.backward()
            g1, g2, g3 = w1.grad.clone(), w2.grad, b.grad.clone()
            for weight in (w1, w2, b):
                weight.grad.zero_()
            with torch.no_grad():
                w1 -= lr * g1
                w2 -= lr * g2
                b -= lr * g3
        losses.append(loss.item())
    return losses
