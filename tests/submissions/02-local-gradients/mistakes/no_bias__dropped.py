# Wrong: the model of lesson 01.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            d = w * x - y
            loss = d**2
            w -= lr * 2 * d * x
        losses.append(loss)
    return losses
