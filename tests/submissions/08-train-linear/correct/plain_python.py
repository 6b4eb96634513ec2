# Right: no torch at all, the gradient 2x(wx - y) worked out on paper.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x - y) ** 2
            gradient = 2 * x * (w * x - y)
            w = w - lr * gradient
        losses.append(loss)
    return losses
