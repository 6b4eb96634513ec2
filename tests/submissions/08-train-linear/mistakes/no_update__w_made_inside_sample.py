# Wrong: w made inside sample.
import torch
def train(x_data, y_data, w, lr, epochs):
    w0 = w
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            w = torch.tensor([w0], requires_grad=True)
            y_pred = w * x
            loss = (y_pred - y) ** 2
            loss.backward()
            w.data = w.data - lr * w.grad.data
            w.grad.data.zero_()
        losses.append(loss.item())
    return losses
