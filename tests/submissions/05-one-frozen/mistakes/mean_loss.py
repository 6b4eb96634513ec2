# Wrong: reports the mean over the epoch.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        total = 0.0
        for x, y in zip(x_data, y_data):
            r = w * x + b - y
            total += r ** 2
            w = w - lr * 2 * r * x
        losses.append(total / len(x_data))
    return losses
