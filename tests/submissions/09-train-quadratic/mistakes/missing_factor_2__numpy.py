# Wrong: numpy by hand, (r * features) without the 2.
import numpy as np

def train(x_data, y_data, w1, w2, b, lr, epochs):
    theta = np.array([w1, w2, b])
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            phi = np.array([x**2, x, 1])
            r = phi.dot(theta) - y
            theta -= lr * r * phi
        losses.append(r * r)
    return losses
