# Wrong: lr // 1 is 0.0, so every step is multiplied by nothing.
def train(x_data, y_data, w1, w2, b, lr, epochs):
    step = lr // 1
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            d = w1 * x**2 + w2 * x + b - y
            w1 -= step * 2 * d * x**2
            w2 -= step * 2 * d * x
            b -= step * 2 * d
        losses.append(d**2)
    return losses
