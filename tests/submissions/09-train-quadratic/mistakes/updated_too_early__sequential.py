# Wrong: sequential.
def train(x_data, y_data, w1, w2, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            error = w1 * x ** 2 + w2 * x + b - y
            loss = error ** 2
            w1 = w1 - lr * 2 * (w1 * x ** 2 + w2 * x + b - y) * x ** 2
            w2 = w2 - lr * 2 * (w1 * x ** 2 + w2 * x + b - y) * x
            b = b - lr * 2 * (w1 * x ** 2 + w2 * x + b - y)
        losses.append(loss)
    return losses
