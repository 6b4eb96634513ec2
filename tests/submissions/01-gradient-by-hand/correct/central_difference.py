# Right: the slope as a central difference, which is exact for a parabola.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x - y) ** 2
            h = 1e-3
            higher = ((w + h) * x - y) ** 2
            lower = ((w - h) * x - y) ** 2
            w -= lr * (higher - lower) / (2 * h)
        losses.append(loss)
    return losses
