# Wrong: b only.
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
            w1.data = w1.data - lr * w1.grad.data
            w2.data = w2.data - lr * w2.grad.data
            b.data = b.data - lr * b.grad.data
            b.grad.data.zero_()
        losses.append(loss.item())
    return losses
