# Wrong: loss and slopes divided by the number of samples.
def train(x_data, y_data, w, b, lr, epochs):
    n = len(x_data)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            d = w * x + b - y
            loss = d**2 / n
            w -= lr * 2 * d * x / n
            b -= lr * 2 * d / n
        losses.append(loss)
    return losses
