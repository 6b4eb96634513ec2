# Wrong: by hand, forgets the 2 from the square: gradient x(wx - y) for the loss (wx - y)².
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            w = w - lr * x * (w * x - y)
        losses.append(l)
    return losses
