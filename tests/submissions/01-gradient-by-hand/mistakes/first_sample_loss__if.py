# Wrong: the loss is noted under an if, for the first sample of the epoch.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for i in range(len(x_data)):
            error = w * x_data[i] - y_data[i]
            if i == 0:
                losses.append(error ** 2)
            w = w - lr * 2 * x_data[i] * error
    return losses
