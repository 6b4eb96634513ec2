# With samples in columns, as some books write it: Z = W X + b.
import numpy as np


def train(x_data, y_data, w1, b1, w2, b2, lr, epochs):
    X, Y = np.array(x_data).T, np.array(y_data).T
    W1, W2 = np.array(w1), np.array(w2)
    B1, B2 = np.array(b1)[:, None], np.array(b2)[:, None]
    n = X.shape[1]
    losses = []
    for epoch in range(epochs):
        H = np.tanh(W1 @ X + B1)
        E = W2 @ H + B2 - Y
        losses.append(np.mean(np.sum(E * E, axis=0)))
        D2 = E * (2 / n)
        D1 = (W2.T @ D2) * (1 - H * H)
        W1 = W1 - lr * D1 @ X.T
        B1 = B1 - lr * D1.sum(axis=1, keepdims=True)
        W2 = W2 - lr * D2 @ H.T
        B2 = B2 - lr * D2.sum(axis=1, keepdims=True)
    return losses
