# Wrong: keeps the first sample's loss.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        of_epoch = []
        for x, y in zip(x_data, y_data):
            d = w * x + b - y
            of_epoch.append(d**2)
            w -= lr * 2 * d * x
            b -= lr * 2 * d
        losses.append(of_epoch[0])
    return losses
