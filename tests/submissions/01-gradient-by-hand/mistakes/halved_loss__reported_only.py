# Wrong: reports half of the squared error, with the right update.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            error = w * x - y
            loss = 0.5 * error**2
            w -= lr * 2 * error * x
        losses.append(loss)
    return losses
