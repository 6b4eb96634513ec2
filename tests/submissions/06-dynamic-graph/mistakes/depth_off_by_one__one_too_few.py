# Wrong: multiplies depth − 1 times, by hand.
def train(x_data, y_data, depths, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y, d in zip(x_data, y_data, depths):
            r = x * w ** (d - 1) - y
            w = w - lr * 2 * r * (d - 1) * x * w ** max(d - 2, 0)
        losses.append(r ** 2)
    return losses
