# Without any library: a loop over rows that adds up each row's gradients.
import math


def train(x_data, y_data, w1, b1, w2, b2, lr, epochs):
    n, d, hidden, outputs = len(x_data), len(x_data[0]), len(w1), len(w2)
    w1, w2 = [row[:] for row in w1], [row[:] for row in w2]
    b1, b2 = b1[:], b2[:]
    losses = []
    for epoch in range(epochs):
        total = 0.0
        gw1 = [[0.0] * d for _ in range(hidden)]
        gb1 = [0.0] * hidden
        gw2 = [[0.0] * hidden for _ in range(outputs)]
        gb2 = [0.0] * outputs
        for x, y in zip(x_data, y_data):
            h = [math.tanh(sum(w * v for w, v in zip(row, x)) + b) for row, b in zip(w1, b1)]
            p = [sum(w * v for w, v in zip(row, h)) + b for row, b in zip(w2, b2)]
            for k in range(outputs):
                total += (p[k] - y[k]) ** 2 / n
                delta = 2 * (p[k] - y[k]) / n
                gb2[k] += delta
                for j in range(hidden):
                    gw2[k][j] += delta * h[j]
                    back = delta * w2[k][j] * (1 - h[j] ** 2)
                    gb1[j] += back
                    for i in range(d):
                        gw1[j][i] += back * x[i]
        losses.append(total)
        for j in range(hidden):
            b1[j] -= lr * gb1[j]
            for i in range(d):
                w1[j][i] -= lr * gw1[j][i]
        for k in range(outputs):
            b2[k] -= lr * gb2[k]
            for j in range(hidden):
                w2[k][j] -= lr * gw2[k][j]
    return losses
