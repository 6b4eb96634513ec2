# Wrong in a way that is not in the list: b loses one per cent in each step.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            r = w * x + b - y
            w = w - lr * 2 * r * x
            b = b * 0.99
        losses.append(r ** 2)
    return losses
