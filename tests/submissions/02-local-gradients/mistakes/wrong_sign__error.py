# Wrong: d = y - y_pred with local gradient +1 for y_pred.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            d = y - (w * x + b)
            loss = d**2
            to_pred = 2 * d * 1
            w -= lr * to_pred * x
            b -= lr * to_pred
        losses.append(loss)
    return losses
