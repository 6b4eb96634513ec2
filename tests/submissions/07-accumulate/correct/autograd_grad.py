# Right: collects slopes from autograd.grad in a list.
import torch

def train(x_data, y_data, w, lr, epochs, k):
    w = torch.tensor(w, dtype=torch.float64, requires_grad=True)
    losses = []
    for epoch in range(epochs):
        values, slopes = [], []
        for number, (x, y) in enumerate(zip(x_data, y_data), start=1):
            loss = (w * x - y).pow(2)
            values.append(loss.item())
            slopes.append(torch.autograd.grad(loss, w)[0])
            if number % k == 0 or number == len(x_data):
                with torch.no_grad():
                    w.sub_(lr * torch.stack(slopes).mean())
                slopes = []
        losses.append(sum(values) / len(values))
    return losses
