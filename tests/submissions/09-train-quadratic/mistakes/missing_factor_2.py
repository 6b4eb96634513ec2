# Wrong: by hand, the 2 is missing in all three slopes.
def train(x_data, y_data, w1, w2, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            d = w1 * x**2 + w2 * x + b - y
            w1 = w1 - lr * d * x**2
            w2 = w2 - lr * d * x
            b = b - lr * d
        losses.append(d**2)
    return losses
