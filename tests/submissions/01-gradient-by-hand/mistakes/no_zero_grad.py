# Wrong: no torch, but copies its piling up: grad += in each step and never back to 0.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    grad = 0.0
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            grad += 2 * x * (w * x - y)
            w -= lr * grad
        losses.append(l)
    return losses
