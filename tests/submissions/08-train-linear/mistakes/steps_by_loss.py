# Wrong: steps by the loss.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            error = w * x - y
            loss = error ** 2
            grad = 2 * error * x
            w = w - lr * loss
        losses.append(loss)
    return losses
