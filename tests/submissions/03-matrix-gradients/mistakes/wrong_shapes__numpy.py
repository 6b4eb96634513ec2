# Mistake: numpy, with the matrix on the wrong side of the vector.
import numpy as np


def train(x_data, y_data, W1, b1, W2, b2, lr, epochs):
    W1, b1, W2, b2 = map(np.array, (W1, b1, W2, b2))
    losses = []
    for _ in range(epochs):
        for x, y in zip(np.array(x_data), np.array(y_data)):
            h = x @ W1 + b1
            r = W2 @ h + b2 - y
            losses.append(float(r @ r))
    return losses
