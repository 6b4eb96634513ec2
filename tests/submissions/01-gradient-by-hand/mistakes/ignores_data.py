# Wrong: uses the lesson's lists instead of its arguments.
def train(x_data, y_data, w, lr, epochs):
    x_data = [1.0, 2.0, 3.0]
    y_data = [2.0, 4.0, 6.0]
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x - y) ** 2
            slope = 2 * (w * x - y) * x
            w = w - lr * slope
        losses.append(loss)
    return losses
