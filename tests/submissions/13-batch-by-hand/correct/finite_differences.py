# Every slope by nudging, in float64: slow, and as exact as a formula.
import numpy as np


def loss_of(params, x, y):
    w1, b1, w2, b2 = params
    return np.sum((np.tanh(x @ w1.T + b1) @ w2.T + b2 - y) ** 2) / len(x)


def train(x_data, y_data, w1, b1, w2, b2, lr, epochs):
    x, y = np.array(x_data), np.array(y_data)
    params = [np.array(p, dtype=float) for p in (w1, b1, w2, b2)]
    losses = []
    for _ in range(epochs):
        losses.append(float(loss_of(params, x, y)))
        grads = []
        for p in params:
            g = np.zeros_like(p)
            for i in np.ndindex(p.shape):
                old = p[i]
                p[i] = old + 1e-5
                up = loss_of(params, x, y)
                p[i] = old - 1e-5
                g[i] = (up - loss_of(params, x, y)) / 2e-5
                p[i] = old
            grads.append(g)
        for p, g in zip(params, grads):
            p -= lr * g
    return losses
