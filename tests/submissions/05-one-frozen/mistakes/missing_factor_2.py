# Wrong: the factor 2 of the square is missing, by hand.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            r = w * x + b - y
            w = w - lr * r * x
        losses.append(r ** 2)
    return losses
