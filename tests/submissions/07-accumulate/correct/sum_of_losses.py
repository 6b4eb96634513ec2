# Right: adds the losses of a group up in one graph, then one backward.
import torch

def train(x_data, y_data, w, lr, epochs, k):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        total = 0.0
        for start in range(0, len(x_data), k):
            stop = min(start + k, len(x_data))
            group_loss = sum((w * x_data[i] - y_data[i]) ** 2 for i in range(start, stop))
            (group_loss / (stop - start)).backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad.zero_()
            total += group_loss.item()
        losses.append(total / len(x_data))
    return losses
