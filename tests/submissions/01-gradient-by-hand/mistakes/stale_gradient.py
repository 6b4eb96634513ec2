# Wrong: by hand, updates with the gradient before computing the new one.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    g = 0.0
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            r = w * x - y
            w = w - lr * g
            g = 2 * r * x
        losses.append(r * r)
    return losses
