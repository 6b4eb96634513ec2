# Wrong: trains on the lesson's data.
def train(x_data, y_data, w, b, lr, epochs):
    x_data, y_data = [1.0, 2.0, 3.0], [2.0, 5.0, 8.0]
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            d = w * x + b - y
            loss = d**2
            to_d = 2 * d
            w -= lr * to_d * x
            b -= lr * to_d
        losses.append(loss)
    return losses
