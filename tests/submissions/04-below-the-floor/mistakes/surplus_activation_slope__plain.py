# Mistake: takes delta * (1 - h * h) for every gradient of a hidden unit, that of w2 included.
from math import tanh


def train(x_data, y_data, w1, b1, w2, b2, lr, epochs):
    w1, b1, w2 = list(w1), list(b1), list(w2)
    units = range(len(w1))

    def forward(x):
        h = [tanh(w1[j] * x + b1[j]) for j in units]
        return h, sum(w2[j] * h[j] for j in units) + b2

    means = []
    for epoch in range(epochs):
        for i in range(len(x_data)):
            x = x_data[i]
            h, y_pred = forward(x)
            delta = 2 * (y_pred - y_data[i])
            for j in units:
                behind_tanh = delta * (1 - h[j] * h[j])
                old_w2 = w2[j]
                w2[j] -= lr * behind_tanh * h[j]
                w1[j] -= lr * behind_tanh * old_w2 * x
                b1[j] -= lr * behind_tanh * old_w2
            b2 -= lr * delta
        errors = [forward(x)[1] - y for x, y in zip(x_data, y_data)]
        means.append(sum(e * e for e in errors) / len(errors))
    return means
