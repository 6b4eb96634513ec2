# Wrong in a way that is not in the list: a one-sided difference with a coarse step.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x - y) ** 2
            h = 0.1
            w -= lr * (((w + h) * x - y) ** 2 - loss) / h
        losses.append(loss)
    return losses
