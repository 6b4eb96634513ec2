# Mistake: flattens the targets, and broadcasting compares each prediction with all of them.
import math

import torch


def train(x_data, y_data, noise, lr, epochs):
    x_data, y_data = torch.tensor(x_data), torch.tensor(y_data).flatten()
    weights, biases = [], []
    for matrix in noise:
        W = torch.tensor(matrix)
        n_out, n_in = W.shape
        W = W * math.sqrt(2 / (n_in + n_out))
        weights.append(W.requires_grad_())
        biases.append(torch.zeros(n_out, requires_grad=True))
    optimizer = torch.optim.Adam(weights + biases, lr=lr)
    losses = []
    for epoch in range(epochs):
        h = x_data
        for W, b in zip(weights[:-1], biases[:-1]):
            h = torch.tanh(h @ W.T + b)
        y_pred = h @ weights[-1].T + biases[-1]
        loss = ((y_pred - y_data) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses
