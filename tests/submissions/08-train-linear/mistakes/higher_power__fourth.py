# Wrong in a way that is not in the list: the error to the fourth power.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            r = w * x - y
            w = w - lr * 4 * r ** 3 * x
        losses.append(r ** 4)
    return losses
