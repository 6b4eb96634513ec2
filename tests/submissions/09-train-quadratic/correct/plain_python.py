# Right: the three slopes by hand with the chain rule.
def train(x_data, y_data, w1, w2, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            y_pred = w1 * x**2 + w2 * x + b
            l = (y_pred - y) ** 2
            d = 2 * (y_pred - y)
            w1 = w1 - lr * d * x**2
            w2 = w2 - lr * d * x
            b = b - lr * d
        losses.append(l)
    return losses
