# Right: plain Python.
def mend_5(x_data, y_data, w, lr, epochs):
    losses = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            error = w * x - y
            w -= lr * 2 * error * x
        losses.append(error**2)
    return losses
