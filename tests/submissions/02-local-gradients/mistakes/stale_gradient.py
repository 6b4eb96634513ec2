# Wrong: updates with the gradients of the sample before.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    grad_w = grad_b = 0.0
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            d = w * x + b - y
            loss = d**2
            w -= lr * grad_w
            b -= lr * grad_b
            grad_w, grad_b = 2 * d * x, 2 * d
        losses.append(loss)
    return losses
