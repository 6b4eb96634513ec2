# Wrong: leaves the first epoch's loss out of the list.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            w = w - lr * 2 * x * (w * x - y)
        if epoch > 0:
            losses.append(l)
    return losses
