# Wrong: numpy by hand, grads += in every step and never set back.
import numpy as np

def train(x_data, y_data, w1, w2, b, lr, epochs):
    theta = np.array([w1, w2, b])
    grads = np.zeros(3)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            features = np.array([x * x, x, 1.0])
            r = theta @ features - y
            grads += 2 * r * features
            theta = theta - lr * grads
        losses.append(float(r ** 2))
    return losses
