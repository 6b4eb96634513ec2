# Right: the same loop over NumPy arrays; the list holds NumPy numbers.
import numpy as np

def train(x_data, y_data, w, lr, epochs):
    xs, ys = np.array(x_data), np.array(y_data)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(xs, ys):
            error = w * x - y
            w = w - lr * 2 * error * x
        losses.append(np.square(error))
    return losses
