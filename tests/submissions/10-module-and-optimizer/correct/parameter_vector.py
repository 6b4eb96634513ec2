# Right: one parameter vector of three, scalar product with (x², x, 1).
import torch

class Poly(torch.nn.Module):
    def __init__(self, start):
        super().__init__()
        self.theta = torch.nn.Parameter(torch.tensor(start))

    def forward(self, x):
        return self.theta @ torch.tensor([x**2, x, 1.0])

def train(x_data, y_data, w1, w2, b, lr, epochs):
    poly = Poly([w1, w2, b])
    sgd = torch.optim.SGD(poly.parameters(), lr=lr, momentum=0.0, foreach=True)
    losses = [0.0] * epochs
    for i in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (poly(x) - y) ** 2
            sgd.zero_grad()
            l.backward()
            sgd.step()
            losses[i] = l.item()
    return losses
