# Wrong twice: half of the squared error, logged after the update.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            w -= lr * (w * x - y) * x
            l = 0.5 * (w * x - y) ** 2
        losses.append(l)
    return losses
