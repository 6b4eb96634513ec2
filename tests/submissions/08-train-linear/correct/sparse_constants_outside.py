# Right: sparse constants outside.
import torch
@torch.enable_grad()
def train(x_data, y_data, w, lr, epochs):
    with torch.autograd.set_detect_anomaly(True):
        w = torch.full((1,), w, requires_grad=True)
        losses = torch.empty(epochs)
        for i in range(epochs):
            for x, y in zip(x_data, y_data):
                l = (w.mul(x).sub(y)).pow(2)
                w.grad = None
                torch.autograd.backward([l], [torch.ones_like(l)])
                w.requires_grad_(False).sub_(w.grad, alpha=lr).requires_grad_(True)
            losses[i] = l.detach()
    return losses.tolist()
