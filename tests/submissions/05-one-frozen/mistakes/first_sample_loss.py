# Wrong: reports the first sample's loss.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for i, (x, y) in enumerate(zip(x_data, y_data)):
            r = w * x + b - y
            if i == 0:
                first = r ** 2
            w = w - lr * 2 * r * x
        losses.append(first)
    return losses
