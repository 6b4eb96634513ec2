# Right: SGD over the three tensors, zero_grad first.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1 = torch.tensor([w1], requires_grad=True)
    w2 = torch.tensor([w2], requires_grad=True)
    b = torch.tensor([b], requires_grad=True)
    optimizer = torch.optim.SGD([w1, w2, b], lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            optimizer.zero_grad()
            y_pred = w1 * x**2 + w2 * x + b
            l = (y_pred - y) ** 2
            l.backward()
            optimizer.step()
        losses.append(l.item())
    return losses
