# Right: generator function.
import torch
def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            l.backward()
            with torch.no_grad(): w.sub_(lr * w.grad)
            w.grad = None
        yield l.item()
