# Right: a torch.autograd.Function with a backward of their own for the squared error.
import torch

class SquaredError(torch.autograd.Function):
    @staticmethod
    def forward(ctx, w, x, y):
        r = w * x - y
        ctx.save_for_backward(r, x)
        return r * r

    @staticmethod
    def backward(ctx, grad_output):
        r, x = ctx.saved_tensors
        return grad_output * 2 * r * x, None, None

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(torch.tensor(x_data), torch.tensor(y_data)):
            l = SquaredError.apply(w, x, y)
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        losses.append(l.item())
    return losses
