# Wrong: prints the losses instead of returning them.
def train(x_data, y_data, w, lr, epochs):
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            w = w - lr * 2 * x * (w * x - y)
        print("epoch", epoch, "loss", l)
