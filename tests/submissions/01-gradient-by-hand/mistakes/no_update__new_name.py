# Wrong: the new weight gets another name and is never used.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x - y) ** 2
            w_new = w - lr * 2 * x * (w * x - y)
        losses.append(loss)
    return losses
