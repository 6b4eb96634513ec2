# Wrong: misspells requires_grad for b, with three tensors of their own.
import torch

def mend_4(x_data, y_data, w1, w2, b, lr, epochs):
    w1, w2, b = torch.tensor([w1]), torch.tensor([w2]), torch.tensor([b])
    w1.requires_grad = True
    w2.requires_grad = True
    b.require_grad = True
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w1 * x**2 + w2 * x + b - y) ** 2
            loss.backward()
            with torch.no_grad():
                for weight in (w1, w2, b):
                    if weight.grad is not None:
                        weight -= lr * weight.grad
                        weight.grad.zero_()
        losses.append(loss.item())
    return losses
