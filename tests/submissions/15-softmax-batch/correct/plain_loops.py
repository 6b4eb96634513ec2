# Lists and loops only.
import math


def train(x_data, y_data, w, b, lr, epochs):
    w = [list(row) for row in w]
    b = list(b)
    n, c, d = len(x_data), len(b), len(x_data[0])
    losses = []
    for epoch in range(epochs):
        total = 0.0
        grad_w = [[0.0] * d for _ in range(c)]
        grad_b = [0.0] * c
        for x, label in zip(x_data, y_data):
            logits = [sum(wi * xi for wi, xi in zip(row, x)) + bk for row, bk in zip(w, b)]
            m = max(logits)
            e = [math.exp(z - m) for z in logits]
            s = sum(e)
            total += m + math.log(s) - logits[label]
            for k in range(c):
                delta = (e[k] / s - (k == label)) / n
                grad_b[k] += delta
                for j in range(d):
                    grad_w[k][j] += delta * x[j]
        losses.append(total / n)
        for k in range(c):
            b[k] -= lr * grad_b[k]
            for j in range(d):
                w[k][j] -= lr * grad_w[k][j]
    return losses
