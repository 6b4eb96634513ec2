# Right: foreach add.
import torch
def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1 = torch.tensor([w1], requires_grad=True)
    w2 = torch.tensor([w2], requires_grad=True)
    b = torch.tensor([b], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            y_pred = w1 * x ** 2 + w2 * x + b
            loss = (y_pred - y) ** 2
            loss.backward()
            with torch.no_grad(): torch._foreach_add_([b, w2, w1], [b.grad, w2.grad, w1.grad], alpha=-lr)
            w1.grad.data.zero_()
            w2.grad.data.zero_()
            b.grad.data.zero_()
        losses.append(loss.item())
    return losses
