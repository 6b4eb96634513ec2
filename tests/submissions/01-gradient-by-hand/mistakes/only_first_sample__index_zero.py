# Wrong: trains on x_data[0] and y_data[0] only.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        x = x_data[0]
        y = y_data[0]
        losses.append((w * x - y) ** 2)
        w = w - lr * 2 * x * (w * x - y)
    return losses
