# Right: retain graph everywhere.
import torch
def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True); losses = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            l.backward(retain_graph=True, create_graph=False)
            w.data = w.data - lr * w.grad.data
            w.grad.data.zero_()
        losses.append(l.data[0].item())
    return losses
