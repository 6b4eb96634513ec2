# Wrong: mean of two columns.
import torch
def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            y_pred = w * x
            loss = torch.cat([(y_pred - y), torch.zeros(1)]).pow(2).mean()
            loss.backward()
            w.data = w.data - lr * w.grad.data
            w.grad.data.zero_()
        losses.append(loss.item())
    return losses
