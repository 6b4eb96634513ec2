# Wrong: logs the epoch's total.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1, w2, b = (torch.tensor([v], requires_grad=True) for v in (w1, w2, b))
    opt = torch.optim.SGD([w1, w2, b], lr=lr)
    losses = []
    for epoch in range(epochs):
        total_loss = 0
        for x, y in zip(x_data, y_data):
            l = (w1 * x**2 + w2 * x + b - y) ** 2
            opt.zero_grad()
            l.backward()
            opt.step()
            total_loss += l.item()
        losses.append(total_loss)
    return losses
