# Wrong: writes the updates out without the if; b is still misspelt.
import torch

def mend_4(x_data, y_data, w1, w2, b, lr, epochs):
    w1 = torch.tensor([w1], requires_grad=True)
    w2 = torch.tensor([w2], requires_grad=True)
    b = torch.tensor([b])
    b.require_grad = True
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w1 * x**2 + w2 * x + b - y) ** 2
            loss.backward()
            with torch.no_grad():
                w1 -= lr * w1.grad
                w2 -= lr * w2.grad
                b -= lr * b.grad
            w1.grad = w2.grad = b.grad = None
        losses.append(loss.item())
    return losses
