# Right: prediction, error, loss, slope, update, one line each.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            y_pred = w * x
            error = y_pred - y
            loss = error**2
            slope = 2 * error * x
            w = w - lr * slope
        losses.append(loss)
    return losses
