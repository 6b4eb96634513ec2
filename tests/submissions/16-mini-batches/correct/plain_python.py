# Right: lists and loops only.
from math import exp, log, tanh


def train(x_data, y_data, w1, b1, w2, b2, lr, epochs, k):
    w1, w2 = [row[:] for row in w1], [row[:] for row in w2]
    b1, b2 = b1[:], b2[:]
    n = len(x_data)
    losses = []
    for epoch in range(epochs):
        total = 0.0
        for first in range(0, n, k):
            last = min(first + k, n)
            size = last - first
            gw1 = [[0.0] * len(row) for row in w1]
            gw2 = [[0.0] * len(row) for row in w2]
            gb1, gb2 = [0.0] * len(b1), [0.0] * len(b2)
            for x, y in zip(x_data[first:last], y_data[first:last]):
                h = [tanh(sum(w * v for w, v in zip(row, x)) + b) for row, b in zip(w1, b1)]
                z = [sum(w * v for w, v in zip(row, h)) + b for row, b in zip(w2, b2)]
                top = max(z)
                e = [exp(v - top) for v in z]
                p = [v / sum(e) for v in e]
                total += top + log(sum(e)) - z[y]
                d = [(v - (1 if i == y else 0)) / size for i, v in enumerate(p)]
                for i in range(len(w2)):
                    gb2[i] += d[i]
                    for j in range(len(h)):
                        gw2[i][j] += d[i] * h[j]
                for j in range(len(h)):
                    back = sum(d[i] * w2[i][j] for i in range(len(w2))) * (1 - h[j] ** 2)
                    gb1[j] += back
                    for m in range(len(x)):
                        gw1[j][m] += back * x[m]
            for w, g in ((w1, gw1), (w2, gw2)):
                for i in range(len(w)):
                    for j in range(len(w[i])):
                        w[i][j] -= lr * g[i][j]
            for b, g in ((b1, gb1), (b2, gb2)):
                for i in range(len(b)):
                    b[i] -= lr * g[i]
        losses.append(total / n)
    return losses
