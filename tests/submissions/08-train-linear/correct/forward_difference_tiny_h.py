# Right: forward difference tiny h.
def train(x_data, y_data, w, lr, epochs):
    losses = []; h = 1e-6
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            f = lambda v: (v * x - y) ** 2
            l, g = f(w), (f(w + h) - f(w)) / h
            w -= lr * g
        losses.append(l)
    return losses
