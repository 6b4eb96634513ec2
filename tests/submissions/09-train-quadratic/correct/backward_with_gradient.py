# Right: backward is given torch.ones(1), the update adds with a negative alpha.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    theta = [torch.full((1,), float(v)).requires_grad_() for v in (w1, w2, b)]
    losses = []
    for epoch in range(epochs):
        sample_losses = []
        for x, y in zip(x_data, y_data):
            l = (theta[0] * x**2 + theta[1] * x + theta[2] - y) ** 2
            l.backward(torch.ones(1))
            for t in theta:
                t.data.add_(t.grad, alpha=-lr)
                t.grad.zero_()
            sample_losses.append(l.item())
        losses.append(sample_losses[-1])
    return losses
