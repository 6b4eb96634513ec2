# Wrong: sequential.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            d = w * x + b - y
            loss = d ** 2
            w = w - lr * 2 * d * x
            b = b - lr * 2 * (w * x + b - y)
        losses.append(loss)
    return losses
