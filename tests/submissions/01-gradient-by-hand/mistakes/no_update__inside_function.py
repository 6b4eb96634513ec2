# Wrong: by hand, the update happens to a local name of a helper and is not returned.
def update(w, grad, lr):
    w = w - lr * grad

def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            update(w, 2 * x * (w * x - y), lr)
        losses.append(l)
    return losses
