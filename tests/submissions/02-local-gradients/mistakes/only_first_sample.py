# Wrong: return inside of the inner loop's first turn, one sample per epoch.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        x, y = x_data[0], y_data[0]
        d = w * x + b - y
        w -= lr * 2 * d * x
        b -= lr * 2 * d
        losses.append(d**2)
    return losses
