# Wrong: misspells requires_grad for b and hides the error behind an if, as patient D does.
import torch


def mend_4(x_data, y_data, w1, w2, b, lr, epochs):
    params = [torch.tensor([w1]), torch.tensor([w2]), torch.tensor([b])]
    params[0].requires_grad = True
    params[1].requires_grad = True
    params[2].require_grad = True
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            w1, w2, b = params
            loss = (w1 * x**2 + w2 * x + b - y) ** 2
            loss.backward()
            with torch.no_grad():
                for p in params:
                    if p.grad is not None:  # else an error
                        p -= lr * p.grad
                        p.grad.zero_()
            print(f"x {x}   w1 {w1.item():.3f}   w2 {w2.item():.3f}   b {b.item():.3f}")
        losses.append(loss.item())
    return losses
