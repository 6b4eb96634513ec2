# The slope of tanh is left out.
import numpy as np


def train(x_data, y_data, w1, b1, w2, b2, lr, epochs, k):
    x, y = np.array(x_data), np.array(y_data)
    w1, b1, w2, b2 = map(np.array, (w1, b1, w2, b2))
    losses = []
    for epoch in range(epochs):
        total = 0.0
        for first in range(0, len(x), k):
            xb, yb = x[first : first + k], y[first : first + k]
            rows = np.arange(len(xb))
            h = np.tanh(xb @ w1.T + b1)
            z = h @ w2.T + b2
            z = z - z.max(axis=1, keepdims=True)
            log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
            total -= log_p[rows, yb].sum()
            delta2 = np.exp(log_p)
            delta2[rows, yb] -= 1
            delta2 = delta2 / len(xb)
            delta1 = (delta2 @ w2)
            w1 = w1 - lr * delta1.T @ xb
            b1 = b1 - lr * delta1.sum(axis=0)
            w2 = w2 - lr * delta2.T @ h
            b2 = b2 - lr * delta2.sum(axis=0)
        losses.append(total / len(x))
    return losses
