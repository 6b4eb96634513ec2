# Wrong: 0 05.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            error = w * x - y
            loss = error ** 2
            slope = 2 * x * error
            w = w - 0.05 * slope
        losses.append(loss)
    return losses
