# The bias is one more column of w, for an input of ones.
import numpy as np


def train(x_data, y_data, w, b, lr, epochs):
    x = np.hstack([np.array(x_data), np.ones((len(x_data), 1))])
    theta = np.hstack([np.array(w), np.array(b)[:, None]])
    n = len(y_data)
    losses = []
    for _ in range(epochs):
        z = theta @ x.T
        z -= z.max(axis=0)
        log_p = z - np.log(np.exp(z).sum(axis=0))
        losses.append(-sum(log_p[y, i] for i, y in enumerate(y_data)) / n)
        g = np.exp(log_p)
        for i, y in enumerate(y_data):
            g[y, i] -= 1
        theta = theta - lr * (g @ x) / n
    return losses
