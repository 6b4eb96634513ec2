# Wrong: x_data[0] and y_data[0] in every step, once an epoch.
def train(x_data, y_data, w1, w2, b, lr, epochs):
    x, y = x_data[0], y_data[0]
    losses = []
    for epoch in range(epochs):
        d = w1 * x**2 + w2 * x + b - y
        losses.append(d**2)
        w1 -= lr * 2 * d * x**2
        w2 -= lr * 2 * d * x
        b -= lr * 2 * d
    return losses
