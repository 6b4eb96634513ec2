# Right: torch numpy shared memory.
import torch
def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True); a = w.detach().numpy(); losses = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            l.backward()
            a -= lr * w.grad.numpy()
            w.grad.numpy()[:] = 0
        losses.append(l.item())
    return losses
