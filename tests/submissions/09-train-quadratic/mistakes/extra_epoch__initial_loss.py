# Wrong: logs the untrained loss of the last sample first.
def train(x_data, y_data, w1, w2, b, lr, epochs):
    x, y = x_data[-1], y_data[-1]
    losses = [(w1 * x**2 + w2 * x + b - y) ** 2]
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            d = w1 * x**2 + w2 * x + b - y
            w1 -= lr * 2 * d * x**2
            w2 -= lr * 2 * d * x
            b -= lr * 2 * d
        losses.append(d**2)
    return losses
