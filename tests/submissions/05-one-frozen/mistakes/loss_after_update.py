# Wrong: reports the loss after the update.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            r = w * x + b - y
            w = w - lr * 2 * r * x
        losses.append((w * x + b - y) ** 2)
    return losses
