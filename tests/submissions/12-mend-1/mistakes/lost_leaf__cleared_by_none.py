# Wrong: rebinds w outside of no_grad and then sets its grad to None.
import torch

def mend_1(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x - y) ** 2
            loss.backward()
            w = w - lr * w.grad
            w.grad = None
        losses.append(loss.item())
    return losses
