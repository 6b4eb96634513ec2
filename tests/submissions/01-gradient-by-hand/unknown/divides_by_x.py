# Wrong in a way that is not in the list: divides by x where it should multiply.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            error = w * x - y
            loss = error**2
            w -= lr * 2 * error / x
        losses.append(loss)
    return losses
