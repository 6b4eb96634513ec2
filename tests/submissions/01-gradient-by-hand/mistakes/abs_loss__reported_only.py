# Wrong: updates rightly but reports the absolute error.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            error = w * x - y
            w -= lr * 2 * error * x
            loss = abs(error)
        losses.append(loss)
    return losses
