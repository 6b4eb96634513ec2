# Right: param groups same lr.
import torch
def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1, w2, b = (torch.nn.Parameter(torch.tensor([v])) for v in (w1, w2, b))
    optimizer = torch.optim.SGD([{"params": [w1]}, {"params": [w2, b], "lr": lr}], lr=lr, maximize=False, differentiable=False)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = ((w1 * x ** 2 + w2 * x + b - y) ** 2).sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        losses.append(loss.item())
    return losses
