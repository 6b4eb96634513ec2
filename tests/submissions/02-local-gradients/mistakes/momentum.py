# Wrong in a way that is not in the list: half of the last step is added to each new one.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    step_w = step_b = 0.0
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            d = w * x + b - y
            loss = d**2
            step_w = 0.5 * step_w + lr * 2 * d * x
            step_b = 0.5 * step_b + lr * 2 * d
            w -= step_w
            b -= step_b
        losses.append(loss)
    return losses
