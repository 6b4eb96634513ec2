# Wrong: the last sample's depth for all.
def train(x_data, y_data, depths, w, lr, epochs):
    losses = []
    last = depths[-1]
    for epoch in range(epochs):
        for x, y, d in zip(x_data, y_data, depths):
            r = x * w ** last - y
            w = w - lr * 2 * r * last * x * w ** (last - 1)
        losses.append(r ** 2)
    return losses
