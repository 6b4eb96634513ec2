# Right: linear system closed update.
def train(x_data, y_data, w, lr, epochs):
    out = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            last = (x * w - y) ** 2
            w = w * (1 - 2 * lr * x * x) + 2 * lr * x * y
        out.append(last)
    return out
