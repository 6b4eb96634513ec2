# Wrong: numpy by hand and np.mean over the epoch.
import numpy as np

def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        errors = []
        for x, y in zip(x_data, y_data):
            e = w * x - y
            errors.append(e)
            w -= lr * 2 * e * x
        losses.append(np.mean(np.square(errors)))
    return losses
