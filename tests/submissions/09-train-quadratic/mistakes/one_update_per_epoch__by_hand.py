# Wrong: numpy over the whole data set, summed gradient, one step an epoch; logs the last sample.
import numpy as np

def train(x_data, y_data, w1, w2, b, lr, epochs):
    x, y = np.array(x_data), np.array(y_data)
    losses = []
    for epoch in range(epochs):
        r = w1 * x**2 + w2 * x + b - y
        losses.append(r[-1] ** 2)
        w1 = w1 - lr * np.sum(2 * r * x**2)
        w2 = w2 - lr * np.sum(2 * r * x)
        b = b - lr * np.sum(2 * r)
    return losses
