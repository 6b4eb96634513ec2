# Right: a one-sided difference with a step so small that it makes no visible change.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x - y) ** 2
            h = 1e-7
            nudged = ((w + h) * x - y) ** 2
            w -= lr * (nudged - loss) / h
        losses.append(loss)
    return losses
