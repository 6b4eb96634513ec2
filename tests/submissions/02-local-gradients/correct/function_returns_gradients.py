# Right: a function that returns the loss and both gradients; lists of zeros filled in.
def loss_and_gradients(x, y, w, b):
    residual = (w * x + b) - y
    return residual * residual, 2 * residual * x, 2 * residual

def train(xs, ys, w, b, lr, epochs):
    losses = [0.0] * epochs
    for epoch in range(epochs):
        for i in range(len(xs)):
            losses[epoch], slope_w, slope_b = loss_and_gradients(xs[i], ys[i], w, b)
            w, b = w - lr * slope_w, b - lr * slope_b
    return losses
