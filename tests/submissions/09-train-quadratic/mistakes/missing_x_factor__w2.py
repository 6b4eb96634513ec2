# Wrong: by hand, w2's slope lost its x.
def train(x_data, y_data, w1, w2, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            diff = w1 * x**2 + w2 * x + b - y
            loss = diff**2
            grad_w1 = 2 * diff * x**2
            grad_w2 = 2 * diff
            grad_b = 2 * diff
            w1 = w1 - lr * grad_w1
            w2 = w2 - lr * grad_w2
            b = b - lr * grad_b
        losses.append(loss)
    return losses
