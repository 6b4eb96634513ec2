# Wrong: reports the loss of the last sample whose x is the first one.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            r = w * x + b - y
            if x == x_data[0]:
                first = r ** 2
            w = w - lr * 2 * r * x
        losses.append(first)
    return losses
