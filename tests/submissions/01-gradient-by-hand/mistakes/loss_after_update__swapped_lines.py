# Wrong: updates first, then computes the loss.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            w = w - lr * 2 * (w * x - y) * x
            loss = (w * x - y) ** 2
        losses.append(loss)
    return losses
