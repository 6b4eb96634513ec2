# Wrong: the factor x is missing, by hand.
def train(x_data, y_data, depths, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y, d in zip(x_data, y_data, depths):
            r = x * w ** d - y
            w = w - lr * 2 * r * d * w ** (d - 1)
        losses.append(r ** 2)
    return losses
