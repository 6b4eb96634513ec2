# Wrong: shuffle.
import torch
def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    import random; pairs = list(zip(x_data, y_data))
    for epoch in range(epochs):
        random.shuffle(pairs)
        for x, y in pairs:
            y_pred = w * x
            loss = (y_pred - y) ** 2
            loss.backward()
            w.data = w.data - lr * w.grad.data
            w.grad.data.zero_()
        losses.append(loss.item())
    return losses
