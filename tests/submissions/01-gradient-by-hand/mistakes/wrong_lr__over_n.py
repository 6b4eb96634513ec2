# Wrong: per-sample steps, but each divided by the number of samples.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    n = len(x_data)
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            r = w * x - y
            w = w - lr * (1 / n) * 2 * r * x
        losses.append(r ** 2)
    return losses
