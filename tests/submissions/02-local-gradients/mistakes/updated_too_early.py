# Wrong: the gradient of b is computed with the new w.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x + b - y) ** 2
            w = w - lr * 2 * (w * x + b - y) * x
            b = b - lr * 2 * (w * x + b - y)
        losses.append(loss)
    return losses
