# Right: numpy in float64, np.outer and the transposed matrix.
import numpy as np


def train(x_data, y_data, W1, b1, W2, b2, lr, epochs):
    X, Y = np.array(x_data), np.array(y_data)
    W1, b1, W2, b2 = map(np.array, (W1, b1, W2, b2))
    losses = []
    for _ in range(epochs):
        for x, y in zip(X, Y):
            h = W1 @ x + b1
            r = W2 @ h + b2 - y
            back = W2.T @ (2 * r)
            W2 -= lr * np.outer(2 * r, h)
            b2 -= lr * 2 * r
            W1 -= lr * np.outer(back, x)
            b1 -= lr * back
        losses.append(float(r @ r))
    return losses
