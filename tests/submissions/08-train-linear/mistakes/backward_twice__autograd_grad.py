# Wrong: autograd grad.
import torch
def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            y_pred = w * x
            loss = (y_pred - y) ** 2
            g, = torch.autograd.grad(loss, w); loss.backward()
            w.data = w.data - lr * w.grad.data
            w.grad.data.zero_()
        losses.append(loss.item())
    return losses
