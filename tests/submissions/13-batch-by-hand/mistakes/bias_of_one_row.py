# Keeps the last row's share in the gradients of the biases: = where += belongs.
import math


def train(x_data, y_data, w1, b1, w2, b2, lr, epochs):
    n = len(x_data)
    losses = []
    for epoch in range(epochs):
        total = 0.0
        gw1 = [[0.0] * len(row) for row in w1]
        gw2 = [[0.0] * len(row) for row in w2]
        for x, y in zip(x_data, y_data):
            h = [math.tanh(sum(w * v for w, v in zip(row, x)) + b) for row, b in zip(w1, b1)]
            r = [sum(w * v for w, v in zip(row, h)) + b - t for row, b, t in zip(w2, b2, y)]
            total += sum(e * e for e in r) / n
            d2 = [2 * e / n for e in r]
            d1 = [
                sum(d2[k] * w2[k][j] for k in range(len(w2))) * (1 - h[j] ** 2)
                for j in range(len(h))
            ]
            gb1, gb2 = d1, d2
            for j in range(len(h)):
                for i in range(len(x)):
                    gw1[j][i] += d1[j] * x[i]
                for k in range(len(w2)):
                    gw2[k][j] += d2[k] * h[j]
        losses.append(total)
        w1 = [[w - lr * g for w, g in zip(a, b)] for a, b in zip(w1, gw1)]
        w2 = [[w - lr * g for w, g in zip(a, b)] for a, b in zip(w2, gw2)]
        b1 = [b - lr * g for b, g in zip(b1, gb1)]
        b2 = [b - lr * g for b, g in zip(b2, gb2)]
    return losses
