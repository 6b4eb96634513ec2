# Wrong: notes the loss when the epoch begins.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            if x == x_data[0]:
                losses.append((w * x - y) ** 2)
            w -= lr * 2 * x * (w * x - y)
    return losses
