# Wrong: batch.
import torch
def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    x = torch.tensor(x_data); y = torch.tensor(y_data); losses = []
    for _ in range(epochs):
        loss = (w * x - y) ** 2
        loss.sum().backward()
        w.data -= lr * w.grad; w.grad.zero_()
        losses.append(loss.item())
    return losses
