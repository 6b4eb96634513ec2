# Wrong: ignores every argument and trains on the lesson's own numbers.
import torch

X = [1.0, 2.0, 3.0]
Y = [2.0, 4.0, 6.0]

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([1.0], requires_grad=True)
    losses = []
    for epoch in range(100):
        for x, y in zip(X, Y):
            l = (w * x - y) ** 2
            l.backward()
            w.data = w.data - 0.01 * w.grad.data
            w.grad.data.zero_()
        losses.append(l.item())
    return losses
