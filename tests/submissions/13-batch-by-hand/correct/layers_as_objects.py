# A class with forward and backward for each layer, as small frameworks have it.
import numpy as np


class Linear:
    def __init__(self, w, b):
        self.w, self.b = np.array(w), np.array(b)

    def forward(self, x):
        self.x = x
        return x @ self.w.T + self.b

    def backward(self, delta):
        self.dw = delta.T @ self.x
        self.db = delta.sum(0)
        return delta @ self.w

    def step(self, lr):
        self.w = self.w - lr * self.dw
        self.b = self.b - lr * self.db


class Tanh:
    def forward(self, z):
        self.h = np.tanh(z)
        return self.h

    def backward(self, delta):
        return delta * (1 - self.h**2)

    def step(self, lr):
        pass


def train(x_data, y_data, w1, b1, w2, b2, lr, epochs):
    layers = [Linear(w1, b1), Tanh(), Linear(w2, b2)]
    y = np.array(y_data)
    losses = []
    for epoch in range(epochs):
        out = np.array(x_data)
        for layer in layers:
            out = layer.forward(out)
        losses.append(((out - y) ** 2).sum(axis=1).mean())
        delta = 2 * (out - y) / len(y)
        for layer in reversed(layers):
            delta = layer.backward(delta)
        for layer in layers:
            layer.step(lr)
    return losses
