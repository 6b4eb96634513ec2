# Right: (1, 1) tensors and matrix products as if for a layer, squeezed to one number for the loss.
import torch

def train(x_data, y_data, w, lr, epochs):
    X = torch.tensor(x_data).reshape(-1, 1, 1)
    Y = torch.tensor(y_data).reshape(-1, 1, 1)
    W = torch.tensor([[w]], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(X, Y):
            l = ((x @ W - y) ** 2).squeeze()
            l.backward()
            with torch.no_grad():
                W -= lr * W.grad
                W.grad.zero_()
        losses.append(l.item())
    return losses
