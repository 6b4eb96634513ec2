# Right: an inner function does update and clearing, called once more after the round.
import torch

def train(x_data, y_data, w, lr, epochs, k):
    w = torch.tensor([w], requires_grad=True)
    count = 0

    def update():
        nonlocal count
        if count:
            w.data -= lr * w.grad / count
            w.grad = None
            count = 0

    losses = []
    for epoch in range(epochs):
        seen = 0.0
        for x, y in zip(x_data, y_data):
            loss = torch.square(w * x - y)
            loss.backward()
            count += 1
            seen += float(loss)
            if count == k:
                update()
        update()
        losses.append(seen / len(y_data))
    return losses
