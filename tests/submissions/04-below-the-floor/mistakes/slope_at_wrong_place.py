# Mistake: 1 - z*z instead of 1 - h*h, in plain Python.
import math


def train(x_data, y_data, w1, b1, w2, b2, lr, epochs):
    def predict(x):
        return sum(v * math.tanh(w * x + b) for v, w, b in zip(w2, w1, b1)) + b2

    curve = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            d = 2 * (predict(x) - y)
            z = [w * x + b for w, b in zip(w1, b1)]
            h = [math.tanh(v) for v in z]
            e = [d * v * (1 - q * q) for v, a, q in zip(w2, h, z)]
            w1 = [w - lr * s * x for w, s in zip(w1, e)]
            b1 = [b - lr * s for b, s in zip(b1, e)]
            w2 = [v - lr * d * a for v, a in zip(w2, h)]
            b2 -= lr * d
        curve.append(sum((predict(x) - y) ** 2 for x, y in zip(x_data, y_data)) / len(x_data))
    return curve
