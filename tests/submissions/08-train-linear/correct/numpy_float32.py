# Right: numpy float32.
import numpy as np
def train(x_data, y_data, w, lr, epochs):
    w = np.float32(w); out = []
    for _ in range(epochs):
        for x, y in zip(np.float32(x_data), np.float32(y_data)):
            e = w * x - y; w = np.float32(w - np.float32(2 * lr) * e * x)
        out.append(e ** 2)
    return np.array(out)
