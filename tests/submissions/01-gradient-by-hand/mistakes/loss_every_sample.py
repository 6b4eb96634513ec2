# Wrong: extends the list by all losses of the epoch.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        this_epoch = []
        for x, y in zip(x_data, y_data):
            r = w * x - y
            this_epoch.append(r ** 2)
            w -= 2 * lr * r * x
        losses += this_epoch
    return losses
