# Right: b is updated first, but both gradients were computed before.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            error = w * x + b - y
            grad_w, grad_b = 2 * error * x, 2 * error
            b = b - lr * grad_b
            w = w - lr * grad_w
            loss = error * error
        losses.append(loss)
    return losses
