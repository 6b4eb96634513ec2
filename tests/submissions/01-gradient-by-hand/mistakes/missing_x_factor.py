# Wrong: by hand, forgets the inner derivative x: gradient 2(wx - y).
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            grad = 2 * (w * x - y)
            w = w - lr * grad
        losses.append(l)
    return losses
