# Wrong: takes 1 for the local gradient of the product.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            p = w * x
            d = p + b - y
            loss = d**2
            to_d = 2 * d
            to_p = to_d * 1
            to_w = to_p * 1
            w -= lr * to_w
            b -= lr * to_d
        losses.append(loss)
    return losses
