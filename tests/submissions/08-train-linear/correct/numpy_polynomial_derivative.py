# Right: numpy polynomial derivative.
import numpy as np
def train(x_data, y_data, w, lr, epochs):
    out = np.zeros(epochs)
    for e in range(epochs):
        for x, y in zip(x_data, y_data):
            p = np.polynomial.Polynomial([-y, x]) ** 2
            out[e] = p(w); w = w - lr * p.deriv()(w)
    return out
