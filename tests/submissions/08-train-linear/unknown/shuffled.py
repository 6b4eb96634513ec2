# Wrong in a way that is not in the list: shuffles the samples with a fixed seed.
import random
import torch

def train(x_data, y_data, w, lr, epochs):
    rng = random.Random(42)
    pairs = list(zip(x_data, y_data))
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        rng.shuffle(pairs)
        for x, y in pairs:
            l = (w * x - y) ** 2
            l.backward()
            w.data = w.data - lr * w.grad.data
            w.grad.data.zero_()
        losses.append(l.item())
    return losses
