# Wrong: the return is forgotten.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x - y) ** 2
            slope = 2 * (w * x - y) * x
            w = w - lr * slope
        losses.append(loss)
