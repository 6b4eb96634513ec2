# All rows in one batch.
import numpy as np


def log_softmax(z):
    z = z - z.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def train(x_data, y_data, x_val, y_val, w1, b1, w2, b2, lr, epochs, k):
    x, y, x_val, y_val = map(np.array, (x_data, y_data, x_val, y_val))
    w1, b1, w2, b2 = map(np.array, (w1, b1, w2, b2))
    one_hot = np.eye(len(b2))[y]
    val_losses = []
    for epoch in range(epochs):
        for i in [0]:
            xb, yb = x, one_hot
            h = np.tanh(xb @ w1.T + b1)
            d2 = (np.exp(log_softmax(h @ w2.T + b2)) - yb) / len(xb)
            d1 = d2 @ w2 * (1 - h**2)
            w2, b2 = w2 - lr * d2.T @ h, b2 - lr * d2.sum(axis=0)
            w1, b1 = w1 - lr * d1.T @ xb, b1 - lr * d1.sum(axis=0)
        log_p = log_softmax(np.tanh(x_val @ w1.T + b1) @ w2.T + b2)
        val_losses.append(float(-log_p[np.arange(len(y_val)), y_val].mean()))
    return val_losses
