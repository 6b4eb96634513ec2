# Wrong: goes through the lesson's pairs, the other arguments are used.
def train(x_data, y_data, w1, w2, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in [(1.0, 2.0), (2.0, 4.0), (3.0, 6.0)]:
            d = w1 * x**2 + w2 * x + b - y
            w1 -= lr * 2 * d * x**2
            w2 -= lr * 2 * d * x
            b -= lr * 2 * d
        losses.append(d**2)
    return losses
