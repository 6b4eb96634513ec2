# Wrong: one optimizer for the weights and one for the bias, and only the bias's is zeroed.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1, w2, b = [torch.tensor([v], requires_grad=True) for v in (w1, w2, b)]
    opt_w = torch.optim.SGD([w1, w2], lr=lr)
    opt_b = torch.optim.SGD([b], lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            opt_b.zero_grad()
            l = (w1 * x**2 + w2 * x + b - y) ** 2
            l.backward()
            opt_w.step()
            opt_b.step()
        losses.append(l.item())
    return losses
