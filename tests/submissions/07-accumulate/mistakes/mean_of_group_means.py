# Wrong: the mean of the groups' means.
def train(x_data, y_data, w, lr, epochs, k):
    n = len(x_data)
    losses = []
    for epoch in range(epochs):
        means = []
        for start in range(0, n, k):
            xs = x_data[start:start + k]
            ys = y_data[start:start + k]
            g = total = 0.0
            for x, y in zip(xs, ys):
                r = w * x - y
                total += r ** 2
                g += 2 * r * x
            means.append(total / len(xs))
            w = w - lr * g / len(xs)
        losses.append(sum(means) / len(means))
    return losses
