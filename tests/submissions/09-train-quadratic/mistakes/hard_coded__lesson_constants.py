# Wrong: trains, but on the lesson's numbers and not on the arguments.
import torch

x_values = [1.0, 2.0, 3.0]
y_values = [2.0, 4.0, 6.0]

def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1 = torch.tensor([1.0], requires_grad=True)
    w2 = torch.tensor([2.0], requires_grad=True)
    b = torch.tensor([1.0], requires_grad=True)
    opt = torch.optim.SGD([w1, w2, b], lr=0.01)
    losses = []
    for epoch in range(100):
        for x, y in zip(x_values, y_values):
            opt.zero_grad()
            l = (w1 * x**2 + w2 * x + b - y) ** 2
            l.backward()
            opt.step()
        losses.append(l.item())
    return losses
