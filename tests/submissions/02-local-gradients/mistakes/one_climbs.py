# Wrong: b only.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            d = w * x + b - y
            loss = d ** 2
            gw, gb = 2 * d * x, 2 * d
            w = w - lr * gw
            b = b + lr * gb
        losses.append(loss)
    return losses
