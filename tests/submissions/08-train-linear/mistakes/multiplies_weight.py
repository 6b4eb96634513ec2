# Wrong: multiplies the weight.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            error = w * x - y
            loss = error ** 2
            grad = 2 * error * x
            w *= 1 - lr * grad
        losses.append(loss)
    return losses
