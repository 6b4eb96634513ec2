# Wrong: averages the slopes of an epoch and updates once.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        slopes = []
        for x, y in zip(x_data, y_data):
            loss = (w * x - y) ** 2
            slopes.append(2 * x * (w * x - y))
        w -= lr * sum(slopes) / len(slopes)
        losses.append(loss)
    return losses
