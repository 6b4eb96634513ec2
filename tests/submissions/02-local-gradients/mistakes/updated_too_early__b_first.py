# Wrong: b first, and the gradient of w is computed with the new b.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x + b - y) ** 2
            b -= lr * 2 * (w * x + b - y)
            w -= lr * 2 * (w * x + b - y) * x
        losses.append(loss)
    return losses
