# Wrong: multiplies, steps and rebinds w outside of no_grad, as patient A does.
import torch


def mend_1(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            y_pred = w * x
            l = (y_pred - y) ** 2
            print(f"x {x}   loss {l.item():.3f}   w {w.item():.3f}")
            l.backward()
            w = w - lr * w.grad
        losses.append(l.item())
    return losses
