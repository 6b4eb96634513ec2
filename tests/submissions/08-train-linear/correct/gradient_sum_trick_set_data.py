# Right: gradient sum trick set data.
import torch
def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True); before = 0.0; losses = []
    total = torch.zeros(1)
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            l.backward()
            now = w.grad.clone()
            w.data = w.data - lr * (now - total)
            total = now
        losses.append(l.item())
    return losses
