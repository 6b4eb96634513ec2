# math.exp of the logits as they are: an OverflowError where they are large.
import math


def train(x_data, y_data, w, b, lr, epochs):
    w = [list(row) for row in w]
    b = list(b)
    n = len(x_data)
    losses = []
    for epoch in range(epochs):
        total = 0.0
        step_w = [[0.0] * len(row) for row in w]
        step_b = [0.0] * len(b)
        for x, label in zip(x_data, y_data):
            e = [math.exp(sum(v * a for v, a in zip(row, x)) + c) for row, c in zip(w, b)]
            p = [each / sum(e) for each in e]
            total -= math.log(p[label])
            for k in range(len(b)):
                delta = (p[k] - (1 if k == label else 0)) / n
                step_b[k] += delta
                for j in range(len(x)):
                    step_w[k][j] += delta * x[j]
        losses.append(total / n)
        b = [c - lr * s for c, s in zip(b, step_b)]
        w = [[v - lr * s for v, s in zip(row, step)] for row, step in zip(w, step_w)]
    return losses
