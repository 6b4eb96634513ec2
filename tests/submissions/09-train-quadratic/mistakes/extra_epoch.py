# Wrong: a while loop with <= runs once more than asked.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1, w2, b = (torch.tensor([v], requires_grad=True) for v in (w1, w2, b))
    losses = []
    epoch = 0
    while epoch <= epochs:
        for x, y in zip(x_data, y_data):
            l = (w1 * x**2 + w2 * x + b - y) ** 2
            l.backward()
            with torch.no_grad():
                for p in (w1, w2, b):
                    p -= lr * p.grad
                    p.grad = None
        losses.append(l.item())
        epoch += 1
    return losses
