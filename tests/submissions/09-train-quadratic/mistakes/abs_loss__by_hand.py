# Wrong: by hand, the absolute error and its slope, the sign.
def train(x_data, y_data, w1, w2, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            r = w1 * x**2 + w2 * x + b - y
            s = 1.0 if r > 0 else -1.0
            w1 -= lr * s * x**2
            w2 -= lr * s * x
            b -= lr * s
        losses.append(abs(r))
    return losses
