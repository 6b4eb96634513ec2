# Wrong: overwrites epochs with 100 at the top.
def train(x_data, y_data, w, lr, epochs):
    epochs = 100
    losses = [0] * epochs
    for e in range(epochs):
        for x, y in zip(x_data, y_data):
            r = w * x - y
            w -= lr * 2 * r * x
        losses[e] = r ** 2
    return losses
