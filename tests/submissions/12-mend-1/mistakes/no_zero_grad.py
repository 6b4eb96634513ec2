# Wrong: mends the update and loses the clearing.
import torch

def mend_1(x_data, y_data, w, lr, epochs):
    """The training of lesson 08: return one loss per epoch, the last sample's before its update."""
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x - y) ** 2
            loss.backward()
            with torch.no_grad():
                w -= lr * w.grad
        losses.append(loss.item())
    return losses
