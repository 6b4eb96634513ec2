# Right: three optimizers dict.
import torch
def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1, w2, b = (torch.nn.Parameter(torch.tensor([v])) for v in (w1, w2, b))
    os = [torch.optim.SGD([p], lr) for p in (w1, w2, b)]
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = ((w1 * x ** 2 + w2 * x + b - y) ** 2).sum()
            [o.zero_grad() for o in os]
            loss.backward()
            [o.step() for o in os]
        losses.append(loss.item())
    return losses
