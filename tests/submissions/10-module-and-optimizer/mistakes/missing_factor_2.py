# Wrong: writes the gradients into .grad by hand and forgets the 2.
import torch
from torch import nn

class Quadratic(nn.Module):
    def __init__(self, w1, w2, b):
        super().__init__()
        self.w1 = nn.Parameter(torch.tensor(w1))
        self.w2 = nn.Parameter(torch.tensor(w2))
        self.b = nn.Parameter(torch.tensor(b))

    def forward(self, x):
        return self.w1 * x**2 + self.w2 * x + self.b


def train(x_data, y_data, w1, w2, b, lr, epochs):
    model = Quadratic(w1, w2, b)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            with torch.no_grad():
                r = model(x) - y
            model.w1.grad, model.w2.grad, model.b.grad = r * x**2, r * x, r.clone()
            optimizer.step()
        losses.append(r.item() ** 2)
    return losses
