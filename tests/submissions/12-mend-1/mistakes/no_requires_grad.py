# Wrong: the new w, made inside no_grad, is not tracked.
import torch

def mend_1(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x - y) ** 2
            loss.backward()
            with torch.no_grad():
                w = torch.tensor([w.item() - lr * w.grad.item()])
        losses.append(loss.item())
    return losses
