# Right: the error with the other sign, and so a plus in the update.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            missing = y - w * x
            loss = missing**2
            w = w + lr * 2 * missing * x
        losses.append(loss)
    return losses
