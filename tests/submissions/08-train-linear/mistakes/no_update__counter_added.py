# Wrong: counter added.
import torch
def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []; step = 0
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            y_pred = w * x
            loss = (y_pred - y) ** 2
            loss.backward()
            w.grad.data.zero_()
            step += 1
        losses.append(loss.item())
    return losses
