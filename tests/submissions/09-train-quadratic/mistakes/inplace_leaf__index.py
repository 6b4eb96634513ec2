# Wrong: writes into an element of a leaf: theta[i] -= ....
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    theta = torch.tensor([w1, w2, b], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (theta[0] * x**2 + theta[1] * x + theta[2] - y) ** 2
            l.backward()
            for i in range(3):
                theta[i] -= lr * theta.grad[i]
            theta.grad.zero_()
        losses.append(l.item())
    return losses
