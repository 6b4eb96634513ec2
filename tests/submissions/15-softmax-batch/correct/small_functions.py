# In functions of its own: softmax, loss, gradients.
import math


def softmax(z):
    m = max(z)
    e = [math.exp(v - m) for v in z]
    return [v / sum(e) for v in e]


def loss_of(z, label):
    m = max(z)
    return m - z[label] + math.log(sum(math.exp(v - m) for v in z))


def scores(x, w, b):
    return [sum(map(lambda p, q: p * q, row, x)) + c for row, c in zip(w, b)]


def train(x_data, y_data, w, b, lr, epochs):
    n = len(x_data)
    losses = []
    while len(losses) < epochs:
        z = [scores(x, w, b) for x in x_data]
        losses.append(sum(loss_of(row, y) for row, y in zip(z, y_data)) / n)
        g = [[(p - (k == y)) / n for k, p in enumerate(softmax(row))] for row, y in zip(z, y_data)]
        columns = list(zip(*g))
        w = [
            [v - lr * sum(gi * x[j] for gi, x in zip(column, x_data)) for j, v in enumerate(row)]
            for row, column in zip(w, columns)
        ]
        b = [v - lr * sum(column) for v, column in zip(b, columns)]
    return losses
