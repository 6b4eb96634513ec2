# Wrong: a flat comprehension over epochs and samples.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    theta = torch.tensor([w1, w2, b], requires_grad=True)
    opt = torch.optim.SGD([theta], lr=lr)

    def step(x, y):
        opt.zero_grad()
        l = (theta @ torch.tensor([x**2, x, 1.0]) - y) ** 2
        l.backward()
        opt.step()
        return l.item()

    return [step(x, y) for _ in range(epochs) for x, y in zip(x_data, y_data)]
