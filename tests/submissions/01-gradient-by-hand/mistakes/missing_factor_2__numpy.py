# Wrong: numpy float32 by hand, the 2 is missing.
import numpy as np

def train(x_data, y_data, w, lr, epochs):
    x_data = np.array(x_data, dtype=np.float32)
    y_data = np.array(y_data, dtype=np.float32)
    w = np.float32(w)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            diff = w * x - y
            w = w - np.float32(lr) * diff * x
            l = diff ** 2
        losses.append(float(l))
    return losses
