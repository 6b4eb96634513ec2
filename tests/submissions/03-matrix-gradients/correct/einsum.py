# Right: every product is written with einsum.
import torch


def train(x_data, y_data, W1, b1, W2, b2, lr, epochs):
    W1, b1, W2, b2 = (torch.tensor(v) for v in (W1, b1, W2, b2))
    losses = [0.0] * epochs
    for epoch in range(epochs):
        for x, y in zip(torch.tensor(x_data), torch.tensor(y_data)):
            h = torch.einsum("jl,l->j", W1, x) + b1
            d = 2 * (torch.einsum("ij,j->i", W2, h) + b2 - y)
            e = torch.einsum("i,ij->j", d, W2)
            losses[epoch] = (d * d).sum().item() / 4
            W1 -= lr * torch.einsum("j,l->jl", e, x)
            W2 -= lr * torch.einsum("i,j->ij", d, h)
            b1 -= lr * e
            b2 -= lr * d
    return losses
