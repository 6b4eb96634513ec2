# Wrong: 0.01 is written into the update.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x - y) ** 2
            slope = 2 * (w * x - y) * x
            w = w - 0.01 * slope
        losses.append(loss)
    return losses
