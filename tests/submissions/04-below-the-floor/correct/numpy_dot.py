# Right: numpy, dot product, the mean over all samples at once.
import numpy as np


def train(x_data, y_data, w1, b1, w2, b2, lr, epochs):
    xs, ys = np.array(x_data), np.array(y_data)
    w1, b1, w2 = np.array(w1), np.array(b1), np.array(w2)
    curve = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            h = np.tanh(w1 * x + b1)
            d = 2 * (w2 @ h + b2 - y)
            e = d * w2 / np.cosh(w1 * x + b1) ** 2
            w1, b1, w2, b2 = w1 - lr * e * x, b1 - lr * e, w2 - lr * d * h, b2 - lr * d
        everything = np.tanh(np.outer(xs, w1) + b1) @ w2 + b2
        curve.append(np.mean((everything - ys) ** 2))
    return curve
