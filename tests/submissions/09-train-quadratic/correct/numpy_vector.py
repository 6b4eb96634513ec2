# Right: numpy float64, one vector of weights times one vector of features, array returned.
import numpy as np

def train(x_data, y_data, w1, w2, b, lr, epochs):
    theta = np.array([w1, w2, b], dtype=float)
    phi = np.stack([np.square(x_data), x_data, np.ones(len(x_data))], axis=1)
    losses = []
    for epoch in range(epochs):
        for f, y in zip(phi, y_data):
            r = f @ theta - y
            theta = theta - lr * 2 * r * f
        losses.append(r**2)
    return np.array(losses)
