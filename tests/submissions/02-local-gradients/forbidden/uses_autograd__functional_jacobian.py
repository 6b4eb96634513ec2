# Wrong: functional jacobian.
import torch
def train(x_data, y_data, w, b, lr, epochs):
    w, b = torch.tensor(w), torch.tensor(b); out = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            f = lambda w, b: (w * x + b - y) ** 2
            loss = f(w, b)
            gw, gb = torch.autograd.functional.jacobian(f, (w, b))
            w, b = w - lr * gw, b - lr * gb
        out.append(loss.item())
    return out
