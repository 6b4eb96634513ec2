# Right: new values computed first, then copied into the leaves with copy_.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1, w2, b = (torch.tensor(float(v)).requires_grad_() for v in (w1, w2, b))
    losses = []
    for epoch in range(epochs):
        for i, (x, y) in enumerate(zip(x_data, y_data)):
            l = torch.pow(w1 * (x ** 2) + w2 * x + b - y, 2)
            l.backward()
            with torch.no_grad():
                new = [w1 - lr * w1.grad, w2 - lr * w2.grad, b - lr * b.grad]
                for p, value in zip([w1, w2, b], new):
                    p.copy_(value)
                    p.grad.zero_()
            if i == len(x_data) - 1:
                losses.append(l.item())
    return losses
