# Right: backward hook updates.
import torch
def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True); losses = []
    def hook(p):
        with torch.no_grad(): p -= lr * p.grad
        p.grad = None
    w.register_post_accumulate_grad_hook(hook)
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            l.backward()
        losses.append(l.item())
    return losses
