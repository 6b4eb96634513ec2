# Wrong twice: adds the gradient, and logs the mean.
def train(x_data, y_data, w1, w2, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        total = 0.0
        for x, y in zip(x_data, y_data):
            d = w1 * x**2 + w2 * x + b - y
            total += d * d
            w1 += lr * 2 * d * x**2
            w2 += lr * 2 * d * x
            b += lr * 2 * d
        losses.append(total / len(x_data))
    return losses
