# Mistake: plain Python, slopes pile up over the whole training.
import math


def train(x_data, y_data, w1, b1, w2, b2, lr, epochs):
    def predict(x):
        return sum(v * math.tanh(w * x + b) for v, w, b in zip(w2, w1, b1)) + b2

    curve = []
    g_w1, g_b1, g_w2, g_b2 = [0] * len(w1), [0] * len(w1), [0] * len(w1), 0
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            d = 2 * (predict(x) - y)
            z = [w * x + b for w, b in zip(w1, b1)]
            h = [math.tanh(v) for v in z]
            e = [d * v * (1 - a * a) for v, a, q in zip(w2, h, z)]
            g_w1 = [g + s * x for g, s in zip(g_w1, e)]
            g_b1 = [g + s for g, s in zip(g_b1, e)]
            g_w2 = [g + d * a for g, a in zip(g_w2, h)]
            g_b2 += d
            w1 = [w - lr * g for w, g in zip(w1, g_w1)]
            b1 = [b - lr * g for b, g in zip(b1, g_b1)]
            w2 = [v - lr * g for v, g in zip(w2, g_w2)]
            b2 -= lr * g_b2
        curve.append(sum((predict(x) - y) ** 2 for x, y in zip(x_data, y_data)) / len(x_data))
    return curve
