# Wrong: the sum over the epoch.
def train(x_data, y_data, depths, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        total = 0
        for x, y, d in zip(x_data, y_data, depths):
            r = x * w ** d - y
            total += r * r
            w = w - lr * 2 * r * d * x * w ** (d - 1)
        losses.append(total)
    return losses
