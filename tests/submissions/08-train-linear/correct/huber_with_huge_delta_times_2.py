# Right: huber with huge delta times 2.
import torch
def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True); losses = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            l = 2 * torch.nn.functional.huber_loss(w * x, torch.tensor([y]), delta=1e6)
            g, = torch.autograd.grad(l, w)
            w = (w - lr * g).detach().requires_grad_()
        losses.append(l.item())
    return losses
