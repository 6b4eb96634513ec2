# Wrong: returns the trained weight.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            losses.append((w * x - y) ** 2)
            w = w - lr * 2 * x * (w * x - y)
    return w
