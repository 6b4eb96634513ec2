# Right: w and b as one NumPy vector, x and 1 as another.
import numpy as np

def train(x_data, y_data, w, b, lr, epochs):
    theta = np.array([w, b])
    losses = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            phi = np.array([x, 1.0])
            r = theta @ phi - y
            theta = theta - lr * 2 * r * phi
        losses.append(float(r**2))
    return losses
