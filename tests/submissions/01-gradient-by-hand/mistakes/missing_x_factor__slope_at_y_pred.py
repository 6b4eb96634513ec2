# Wrong: stops at the slope with respect to y_pred.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            y_pred = w * x
            loss = (y_pred - y) ** 2
            slope = 2 * (y_pred - y)
            w -= lr * slope
        losses.append(loss)
    return losses
