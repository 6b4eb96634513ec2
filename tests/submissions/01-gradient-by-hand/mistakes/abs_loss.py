# Wrong: the absolute error, whose slope is x or -x.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            error = w * x - y
            loss = abs(error)
            w -= lr * (x if error > 0 else -x)
        losses.append(loss)
    return losses
