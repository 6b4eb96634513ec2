# Right: mixed double.
import torch
def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], dtype=torch.float64, requires_grad=True); losses = []
    for _ in range(epochs):
        for x, y in zip(torch.tensor(x_data), torch.tensor(y_data)):
            l = ((w * x).float() - y) ** 2
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad.zero_()
        losses.append(l.item())
    return losses
