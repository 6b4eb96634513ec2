# Wrong: computes the new weight and drops it.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x - y) ** 2
            slope = 2 * x * (w * x - y)
            w - lr * slope
        losses.append(loss)
    return losses
