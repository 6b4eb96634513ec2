# Wrong: the loss is computed when w and b are already new.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            d = w * x + b - y
            w -= lr * 2 * d * x
            b -= lr * 2 * d
            loss = (w * x + b - y) ** 2
        losses.append(loss)
    return losses
