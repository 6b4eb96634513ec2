# Right: both parameters at once; the other order of samples of the formula.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            slope = 2 * (b + x * w - y)
            loss = slope**2 / 4
            w, b = w - lr * slope * x, b - lr * slope
        losses.append(loss)
    return losses
