# Wrong in a way that is not in the list: takes w for b and b for w.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            r = b * x + w - y
            b = b - lr * 2 * r * x
        losses.append(r ** 2)
    return losses
