# Wrong: counts the index down.
def train(x_data, y_data, w1, w2, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for i in range(len(x_data) - 1, -1, -1):
            x, y = x_data[i], y_data[i]
            d = w1 * x**2 + w2 * x + b - y
            w1 -= lr * 2 * d * x**2
            w2 -= lr * 2 * d * x
            b -= lr * 2 * d
        losses.append(d**2)
    return losses
