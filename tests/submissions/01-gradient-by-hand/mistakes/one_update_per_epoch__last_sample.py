# Wrong: the update stands outside of the inner loop.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            error = w * x - y
            slope = 2 * error * x
        w = w - lr * slope
        losses.append(error**2)
    return losses
