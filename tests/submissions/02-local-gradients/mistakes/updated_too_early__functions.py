# Wrong: functions for the gradients, called one after the other between the updates.
def grad_w(x, y, w, b):
    return 2 * (w * x + b - y) * x

def grad_b(x, y, w, b):
    return 2 * (w * x + b - y)

def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x + b - y) ** 2
            w = w - lr * grad_w(x, y, w, b)
            b = b - lr * grad_b(x, y, w, b)
        losses.append(loss)
    return losses
