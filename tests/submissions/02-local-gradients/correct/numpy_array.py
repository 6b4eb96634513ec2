# Right: numpy array.
import numpy as np
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            d = w * x + b - y
            loss = d ** 2
            gw, gb = 2 * d * np.array([x, 1.0])
            w = w - lr * gw
            b = b - lr * gb
        losses.append(loss)
    return losses
