# Wrong: the gradients start at zero once per epoch only.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        grad_w = grad_b = 0.0
        for x, y in zip(x_data, y_data):
            d = w * x + b - y
            loss = d**2
            grad_w += 2 * d * x
            grad_b += 2 * d
            w -= lr * grad_w
            b -= lr * grad_b
        losses.append(loss)
    return losses
