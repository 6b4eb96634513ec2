# Wrong: the square is forgotten where the loss is kept.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            error = w * x - y
            loss = error
            grad = 2 * error * x
            w = w - lr * grad
        losses.append(loss)
    return losses
