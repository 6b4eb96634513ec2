# Right: own backward function and torch requires false.
import torch
def backward(d, x):
    return 2 * d * x, 2 * d
def train(x_data, y_data, w, b, lr, epochs):
    losses = []; w, b = torch.tensor(w, requires_grad=False), torch.tensor(b, requires_grad=False)
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            d = w * x + b - y
            loss = d ** 2
            gw, gb = backward(d, x)
            w = w - lr * gw
            b = b - lr * gb
        losses.append(float(loss))
    return losses
