# Wrong: by hand with loss r²/2 and so gradient r·x.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            r = w * x - y
            l = r ** 2 / 2
            w = w - lr * r * x
        losses.append(l)
    return losses
