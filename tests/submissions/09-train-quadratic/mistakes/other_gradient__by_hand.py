# Wrong: the update of w2 takes the gradient that was worked out for w1.
def train(x_data, y_data, w1, w2, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            error = w1 * x**2 + w2 * x + b - y
            g1, g2, g3 = 2 * error * x**2, 2 * error * x, 2 * error
            w1 = w1 - lr * g1
            w2 = w2 - lr * g1
            b = b - lr * g3
            losses_of_sample = error**2
        losses.append(losses_of_sample)
    return losses
