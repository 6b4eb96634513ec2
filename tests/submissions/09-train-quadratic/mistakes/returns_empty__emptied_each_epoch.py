# Wrong: a new list in each epoch, made after the loss was kept.
def train(x_data, y_data, w1, w2, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            d = w1 * x**2 + w2 * x + b - y
            w1, w2, b = w1 - lr * 2 * d * x**2, w2 - lr * 2 * d * x, b - lr * 2 * d
        losses.append(d ** 2)
        losses = []
    return losses
