# Wrong: the count begins anew with each epoch only, and the sum is divided by k.
import torch


def train(x_data, y_data, w, lr, epochs, k):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        total = 0.0
        added = 0
        for i, (x, y) in enumerate(zip(x_data, y_data)):
            loss = (w * x - y) ** 2
            loss.backward()
            total += loss.item()
            added += 1
            if added == k or i == len(x_data) - 1:
                with torch.no_grad():
                    w -= lr * w.grad / k
                w.grad.zero_()
        losses.append(total / len(x_data))
    return losses
