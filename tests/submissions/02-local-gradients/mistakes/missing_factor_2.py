# Wrong: the local gradient of the square without its 2.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            d = w * x + b - y
            loss = d**2
            to_d = d
            w -= lr * to_d * x
            b -= lr * to_d
        losses.append(loss)
    return losses
