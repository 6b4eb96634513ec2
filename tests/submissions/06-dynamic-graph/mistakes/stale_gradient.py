# Wrong: steps with the slope of the sample before, by hand.
def train(x_data, y_data, depths, w, lr, epochs):
    losses = []
    slope = 0.0
    for epoch in range(epochs):
        for x, y, d in zip(x_data, y_data, depths):
            r = x * w ** d - y
            before = slope
            slope = 2 * r * d * x * w ** (d - 1)
            w = w - lr * before
        losses.append(r ** 2)
    return losses
