# Wrong: takes y - y_pred for the slope and still subtracts.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            error = y - w * x
            loss = error**2
            w = w - lr * 2 * error * x
        losses.append(loss)
    return losses
