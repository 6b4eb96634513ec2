# Wrong: counts from 1 up to epochs - 1.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(1, epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x - y) ** 2
            slope = 2 * (w * x - y) * x
            w = w - lr * slope
        losses.append(loss)
    return losses
