# Wrong: w gets the gradient of b.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            d = w * x + b - y
            loss = d**2
            grad = 2 * d
            w -= lr * grad
            b -= lr * grad
        losses.append(loss)
    return losses
