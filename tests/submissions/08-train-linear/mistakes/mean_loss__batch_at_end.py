# Wrong: batch at end.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            error = w * x - y
            loss = error ** 2
            slope = 2 * x * error
            w = w - lr * slope
        losses.append(sum((w * x - y) ** 2 for x, y in zip(x_data, y_data)) / len(x_data))
    return losses
