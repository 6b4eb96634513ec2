# Wrong: the slope forgets the target.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            error = w * x - y
            loss = error ** 2
            grad = 2 * w * x * x
            w = w - lr * grad
        losses.append(loss)
    return losses
