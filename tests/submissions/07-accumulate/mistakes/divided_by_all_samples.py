# Wrong: divides by the number of all samples.
import torch

def train(x_data, y_data, w, lr, epochs, k):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        total = 0.0
        added = 0
        for i, (x, y) in enumerate(zip(x_data, y_data)):
            l = (w * x - y) ** 2
            l.backward()
            total += l.item()
            added += 1
            if added == k or i == len(x_data) - 1:
                with torch.no_grad():
                    w -= lr * w.grad / len(x_data)
                w.grad.zero_()
                added = 0
        losses.append(total / len(x_data))
    return losses
