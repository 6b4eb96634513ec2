# Right: plain Python with math.tanh and list comprehensions.
import math


def train(x_data, y_data, w1, b1, w2, b2, lr, epochs):
    def hidden(x):
        return [math.tanh(w * x + b) for w, b in zip(w1, b1)]

    def output(h):
        return sum(w * a for w, a in zip(w2, h)) + b2

    curve = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            h = hidden(x)
            d = 2 * (output(h) - y)
            e = [d * w * (1 - a * a) for w, a in zip(w2, h)]
            w1 = [w - lr * s * x for w, s in zip(w1, e)]
            b1 = [b - lr * s for b, s in zip(b1, e)]
            w2 = [w - lr * d * a for w, a in zip(w2, h)]
            b2 -= lr * d
        curve.append(sum((output(hidden(x)) - y) ** 2 for x, y in zip(x_data, y_data)) / len(x_data))
    return curve
