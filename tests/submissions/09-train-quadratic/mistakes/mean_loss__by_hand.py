# Wrong: by hand with statistics.mean.
from statistics import mean

def train(x_data, y_data, w1, w2, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        squares = []
        for x, y in zip(x_data, y_data):
            r = w1 * x**2 + w2 * x + b - y
            squares.append(r**2)
            w1 -= lr * 2 * r * x**2
            w2 -= lr * 2 * r * x
            b -= lr * 2 * r
        losses.append(mean(squares))
    return losses
