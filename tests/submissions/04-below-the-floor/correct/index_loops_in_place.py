# Right: loops over indices, lists changed in place; the slope of h is taken before w2 is changed.
from math import exp


def tanh(z):
    return (exp(z) - exp(-z)) / (exp(z) + exp(-z))


def train(x_data, y_data, w1, b1, w2, b2, lr, epochs):
    size = len(w1)
    losses = []
    for epoch in range(epochs):
        for i in range(len(x_data)):
            h = [tanh(w1[j] * x_data[i] + b1[j]) for j in range(size)]
            error = b2 - y_data[i]
            for j in range(size):
                error += w2[j] * h[j]
            for j in range(size):
                grad = 2 * error * w2[j] * (1 - h[j]) * (1 + h[j])
                w1[j] -= lr * grad * x_data[i]
                b1[j] -= lr * grad
                w2[j] -= lr * 2 * error * h[j]
            b2 -= lr * 2 * error
        mean = 0
        for x, y in zip(x_data, y_data):
            guess = b2 + sum(w2[j] * tanh(w1[j] * x + b1[j]) for j in range(size))
            mean += (guess - y) ** 2 / len(x_data)
        losses.append(mean)
    return losses
