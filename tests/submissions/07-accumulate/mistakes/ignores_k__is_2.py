# Wrong: groups of 2 whatever k is.
def train(x_data, y_data, w, lr, epochs, k):
    n = len(x_data)
    k = 2
    losses = []
    for epoch in range(epochs):
        total = 0.0
        for start in range(0, n, k):
            xs = x_data[start:start + k]
            ys = y_data[start:start + k]
            g = 0.0
            for x, y in zip(xs, ys):
                r = w * x - y
                total += r ** 2
                g += 2 * r * x
            w = w - lr * g / len(xs)
        losses.append(total / n)
    return losses
