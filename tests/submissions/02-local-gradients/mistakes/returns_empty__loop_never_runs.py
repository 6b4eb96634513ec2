# Wrong: the range begins where it ends.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs, epochs):
        for x, y in zip(x_data, y_data):
            d = w * x + b - y
            w, b = w - lr * 2 * d * x, b - lr * 2 * d
        losses.append(d ** 2)
    return losses
