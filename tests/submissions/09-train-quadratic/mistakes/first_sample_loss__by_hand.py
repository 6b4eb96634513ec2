# Wrong: by hand, the append stands where only sample 0 gets to it.
def train(x_data, y_data, w1, w2, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for i in range(len(x_data)):
            x, y = x_data[i], y_data[i]
            r = w1 * x**2 + w2 * x + b - y
            if i == 0: losses.append(r * r)
            w1 -= lr * 2 * r * x**2
            w2 -= lr * 2 * r * x
            b -= lr * 2 * r
    return losses
