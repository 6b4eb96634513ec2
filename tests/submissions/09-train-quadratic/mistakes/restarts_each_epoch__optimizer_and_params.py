# Wrong: optimizer and params.
import torch
def train(x_data, y_data, w1, w2, b, lr, epochs):
    start = (w1, w2, b)
    losses = []
    for epoch in range(epochs):
        w1, w2, b = (torch.nn.Parameter(torch.tensor([v])) for v in start)
        optimizer = torch.optim.SGD([w1, w2, b], lr=lr)
        for x, y in zip(x_data, y_data):
            loss = ((w1 * x ** 2 + w2 * x + b - y) ** 2).sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        losses.append(loss.item())
    return losses
