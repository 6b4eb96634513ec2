# Right: dict values.
def train(x_data, y_data, w, lr, epochs):
    d = {}
    for e in range(epochs):
        for x, y in zip(x_data, y_data):
            d[e] = (x * w - y) ** 2
            w -= lr * 2 * x * (x * w - y)
    return d.values()
