# Right: slopes by central differences, exact for this loss.
def of(w, b, x, y):
    return (w * x + b - y) ** 2

def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = of(w, b, x, y)
            h = 1e-3
            slope_w = (of(w + h, b, x, y) - of(w - h, b, x, y)) / (2 * h)
            slope_b = (of(w, b + h, x, y) - of(w, b - h, x, y)) / (2 * h)
            w -= lr * slope_w
            b -= lr * slope_b
        losses.append(loss)
    return losses
