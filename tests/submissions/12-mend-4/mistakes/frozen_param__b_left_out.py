# Wrong: b is tracked and left out of the update.
import torch

def mend_4(x_data, y_data, w1, w2, b, lr, epochs):
    """The training of lesson 09: return one loss per epoch, the last sample's before its update."""
    w1, w2, b = torch.tensor([w1]), torch.tensor([w2]), torch.tensor([b])
    w1.requires_grad = True
    w2.requires_grad = True
    b.requires_grad = True
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w1 * x**2 + w2 * x + b - y) ** 2
            loss.backward()
            with torch.no_grad():
                for weight in (w1, w2):
                    weight -= lr * weight.grad
                    weight.grad.zero_()
        losses.append(loss.item())
    return losses
