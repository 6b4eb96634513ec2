# Right: every node forward, then every local gradient on the way back.
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            p = w * x
            y_pred = p + b
            d = y_pred - y
            loss = d**2
            to_loss = 1.0
            to_d = to_loss * 2 * d
            to_y_pred = to_d * 1.0
            to_p = to_y_pred * 1.0
            to_b = to_y_pred * 1.0
            to_w = to_p * x
            w = w - lr * to_w
            b = b - lr * to_b
        losses.append(loss)
    return losses
