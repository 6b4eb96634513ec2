# Wrong: by hand, appends the loss of the new weights.
def train(x_data, y_data, w1, w2, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            d = 2 * (w1 * x**2 + w2 * x + b - y)
            w1, w2, b = w1 - lr * d * x**2, w2 - lr * d * x, b - lr * d
            l = (w1 * x**2 + w2 * x + b - y) ** 2
        losses.append(l)
    return losses
