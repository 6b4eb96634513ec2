# Mistake: numpy, `+=` on slopes that are made once and never cleared.
import numpy as np


def train(x_data, y_data, W1, b1, W2, b2, lr, epochs):
    W1, b1, W2, b2 = map(np.array, (W1, b1, W2, b2))
    gW1, gb1, gW2, gb2 = map(np.zeros_like, (W1, b1, W2, b2))
    losses = []
    for _ in range(epochs):
        for x, y in zip(np.array(x_data), np.array(y_data)):
            h = W1 @ x + b1
            r = W2 @ h + b2 - y
            e = W2.T @ (2 * r)
            gW2 += np.outer(2 * r, h)
            gb2 += 2 * r
            gW1 += np.outer(e, x)
            gb1 += e
            W1 -= lr * gW1
            b1 -= lr * gb1
            W2 -= lr * gW2
            b2 -= lr * gb2
        losses.append(float(r @ r))
    return losses
