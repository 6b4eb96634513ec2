# Wrong: by hand, w1's slope has x where it needs x².
def train(x_data, y_data, w1, w2, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            d = 2 * (w1 * x**2 + w2 * x + b - y)
            losses_now = d * d / 4
            w1 -= lr * d * x
            w2 -= lr * d * x
            b -= lr * d
        losses.append(losses_now)
    return losses
