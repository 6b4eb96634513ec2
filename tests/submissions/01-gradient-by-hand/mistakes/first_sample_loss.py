# Wrong: keeps all losses of an epoch and logs entry 0.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        ls = []
        for x, y in zip(x_data, y_data):
            r = w * x - y
            ls.append(r * r)
            w -= lr * 2 * r * x
        losses.append(ls[0])
    return losses
