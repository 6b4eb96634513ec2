# Right: walks the chain forwards and backwards by hand, adding up each use.
def train(x_data, y_data, depths, w, lr, epochs):
    losses = []
    for _ in range(epochs):
        for x, y, depth in zip(x_data, y_data, depths):
            values = [x]
            for _ in range(depth):
                values.append(values[-1] * w)
            loss = (values[-1] - y) ** 2
            upstream = 2 * (values[-1] - y)
            slope = 0.0
            for value in reversed(values[:-1]):
                slope += upstream * value
                upstream *= w
            w -= lr * slope
        losses.append(loss)
    return losses
