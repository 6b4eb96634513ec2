# Right: an autograd.Function whose backward returns the local gradients of the parabola.
import torch

class Parabola(torch.autograd.Function):
    @staticmethod
    def forward(ctx, w1, w2, b, x):
        ctx.x = x
        return w1 * x**2 + w2 * x + b

    @staticmethod
    def backward(ctx, g):
        return g * ctx.x**2, g * ctx.x, g, None

def train(x_data, y_data, w1, w2, b, lr, epochs):
    params = [torch.tensor([v], requires_grad=True) for v in (w1, w2, b)]
    opt = torch.optim.SGD(params, lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            opt.zero_grad(set_to_none=True)
            l = (Parabola.apply(*params, x) - y) ** 2
            l.backward()
            opt.step()
        losses.append(l.item())
    return losses
