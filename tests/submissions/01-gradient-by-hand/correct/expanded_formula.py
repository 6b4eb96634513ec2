# Right: the square multiplied out, loss = w²x² - 2wxy + y², slope = 2wx² - 2xy.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = w * w * x * x - 2 * w * x * y + y * y
            w -= lr * (2 * w * x * x - 2 * x * y)
        losses.append(loss)
    return losses
