# Wrong: updates at the places that k divides, and the count goes on.
import torch


def train(x_data, y_data, w, lr, epochs, k):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    added = 0
    for epoch in range(epochs):
        total = 0.0
        for i, (x, y) in enumerate(zip(x_data, y_data)):
            loss = (w * x - y) ** 2
            loss.backward()
            total += loss.item()
            added += 1
            if i % k == 0:
                with torch.no_grad():
                    w -= lr * w.grad / added
                w.grad.zero_()
                added = 0
        losses.append(total / len(x_data))
    return losses
