# Wrong in a way that is not in the list: the model is (w + b) * x.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            d = (w + b) * x - y
            loss = d**2
            w -= lr * 2 * d * x
            b -= lr * 2 * d * x
        losses.append(loss)
    return losses
