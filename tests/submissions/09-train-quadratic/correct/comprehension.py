# Right: a step function and nested comprehensions.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    theta = torch.tensor([w1, w2, b], requires_grad=True)

    def step(x, y):
        l = (theta[0] * x**2 + theta[1] * x + theta[2] - y) ** 2
        l.backward()
        with torch.no_grad():
            theta.sub_(theta.grad, alpha=lr)
        theta.grad.zero_()
        return l.item()

    return [[step(x, y) for x, y in zip(x_data, y_data)][-1] for _ in range(epochs)]
