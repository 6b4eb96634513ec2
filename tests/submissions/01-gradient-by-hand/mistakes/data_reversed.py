# Wrong: goes through the samples from the last to the first.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in reversed(list(zip(x_data, y_data))):
            loss = (w * x - y) ** 2
            slope = 2 * (w * x - y) * x
            w = w - lr * slope
        losses.append(loss)
    return losses
