# Wrong: by hand, the error is y - y_pred but the update subtracts as if it were y_pred - y.
def train(x_data, y_data, w1, w2, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            error = y - (w1 * x**2 + w2 * x + b)
            losses_now = error ** 2
            w1 -= lr * 2 * error * x**2
            w2 -= lr * 2 * error * x
            b -= lr * 2 * error
        losses.append(losses_now)
    return losses
