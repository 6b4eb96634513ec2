# Right: a loop over the three parameters at the start of the step sets grad to None, .sub_ in no_grad.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    params = [torch.tensor([v], requires_grad=True) for v in (w1, w2, b)]
    losses = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            for p in params:
                p.grad = None
            a, c, d = params
            l = torch.square(a * x**2 + c * x + d - y)
            l.backward()
            with torch.no_grad():
                for p in params:
                    p.sub_(lr * p.grad)
        losses.append(l.item())
    return losses
