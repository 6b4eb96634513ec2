# Wrong: b zero.
def train(x_data, y_data, w1, w2, b, lr, epochs):
    losses = []; b = 0.0
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            error = w1 * x ** 2 + w2 * x + b - y
            loss = error ** 2
            g1, g2, g3 = 2 * error * x ** 2, 2 * error * x, 2 * error
            w1 = w1 - lr * g1
            w2 = w2 - lr * g2
            b = b - lr * g3
        losses.append(loss)
    return losses
