# Right: complex step.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            g = ((complex(w, 1e-30) * x - y) ** 2).imag / 1e-30
            w -= lr * g
        losses.append(l)
    return losses
