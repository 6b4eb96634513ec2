# Wrong: derives the gradient as 2x(y - wx), with the sign the wrong way round, and subtracts it.
def gradient(x, y, w):
    return 2 * x * (y - w * x)

def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            w = w - lr * gradient(x, y, w)
        losses.append(l)
    return losses
