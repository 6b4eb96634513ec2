# Right: numpy matrix outer.
import numpy as np
def train(x_data, y_data, w1, w2, b, lr, epochs):
    X = np.vander(x_data, 3); t = np.array([w1, w2, b]); out = []
    for _ in range(epochs):
        for f, y in zip(X, y_data):
            r = f @ t - y
            t = t - 2 * lr * r * f
        out.append(np.square(r))
    return out
