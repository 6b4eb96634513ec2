# Wrong: b is learnt but not added.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            y_pred = w * x
            d = y_pred - y
            loss = d**2
            w -= lr * 2 * d * x
            b -= lr * 2 * d
        losses.append(loss)
    return losses
