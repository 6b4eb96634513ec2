# Wrong: by hand, updates first and computes the loss afterwards.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            w -= lr * 2 * x * (w * x - y)
            loss = (w * x - y) ** 2
        losses.append(loss)
    return losses
