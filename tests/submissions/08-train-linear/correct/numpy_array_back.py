# Right: numpy in float64 by hand, gives back a numpy array.
import numpy as np

def train(x_data, y_data, w, lr, epochs):
    x = np.array(x_data)
    y = np.array(y_data)
    losses = np.zeros(epochs)
    for epoch in range(epochs):
        for i in range(len(x)):
            r = w * x[i] - y[i]
            losses[epoch] = r**2
            w -= lr * 2 * r * x[i]
    return losses
