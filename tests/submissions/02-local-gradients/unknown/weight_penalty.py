# Wrong in a way that is not in the list: adds 0.2 * w to the gradient of w.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            d = w * x + b - y
            loss = d**2
            w, b = w - lr * (2 * d * x + 0.2 * w), b - lr * 2 * d
        losses.append(loss)
    return losses
