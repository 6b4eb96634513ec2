# Wrong: the first sample's loss.
def train(x_data, y_data, depths, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        first = None
        for x, y, d in zip(x_data, y_data, depths):
            r = x * w ** d - y
            first = r * r if first is None else first
            w = w - lr * 2 * r * d * x * w ** (d - 1)
        losses.append(first)
    return losses
