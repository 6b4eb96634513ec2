# Right: complex step.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            error = w * x - y
            loss = error ** 2
            slope = ((complex(w, 1e-20) * x - y) ** 2).imag / 1e-20
            w = w - lr * slope
        losses.append(loss)
    return losses
