# Wrong: collects an epoch's losses in a list and appends sum() of it.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        ls = []
        for x, y in zip(x_data, y_data):
            ls.append((w * x - y) ** 2)
            w = w - lr * 2 * x * (w * x - y)
        losses.append(sum(ls))
    return losses
