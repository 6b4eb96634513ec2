# Wrong: only the error's sign goes into the slope.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            error = w * x - y
            loss = error ** 2
            grad = 2 * x * (1 if error > 0 else -1)
            w = w - lr * grad
        losses.append(loss)
    return losses
