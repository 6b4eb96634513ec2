# Wrong: right on lesson epochs 3 samples.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in [(x_data[i], y_data[i]) for i in range(3)]:
            error = w * x - y
            loss = error ** 2
            slope = 2 * x * error
            w = w - lr * slope
        losses.append(loss)
    return losses
