# Wrong: a list of l.data, tensors still.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    params = [torch.tensor(v, requires_grad=True) for v in (w1, w2, b)]
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (params[0] * x**2 + params[1] * x + params[2] - y) ** 2
            l.backward()
            for p in params:
                p.data -= lr * p.grad
                p.grad.zero_()
        losses.append(l.data)
    return losses
