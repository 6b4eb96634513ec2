# Wrong: p = p - ... in a loop only rebinds the loop's own name p.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1 = torch.tensor([w1], requires_grad=True)
    w2 = torch.tensor([w2], requires_grad=True)
    b = torch.tensor([b], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w1 * x**2 + w2 * x + b - y) ** 2
            l.backward()
            with torch.no_grad():
                for p in [w1, w2, b]:
                    p = p - lr * p.grad
            for p in [w1, w2, b]:
                p.grad.zero_()
        losses.append(l.item())
    return losses
