# Wrong: starts at 1.0, whatever w is passed.
def train(x_data, y_data, w, lr, epochs):
    w = 1.0
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x - y) ** 2
            slope = 2 * (w * x - y) * x
            w = w - lr * slope
        losses.append(loss)
    return losses
