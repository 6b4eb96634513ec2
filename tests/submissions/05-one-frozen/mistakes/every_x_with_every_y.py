# A loop over the targets inside the loop over the inputs.
import torch


def train(x_data, y_data, w, b, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    b = torch.tensor([b])
    losses = []
    for epoch in range(epochs):
        for x in x_data:
            for y in y_data:
                loss = (w * x + b - y) ** 2
                loss.backward()
                with torch.no_grad():
                    w -= lr * w.grad
                w.grad.zero_()
        losses.append(loss.item())
    return losses
