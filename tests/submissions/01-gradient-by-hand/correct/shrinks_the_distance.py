# Right: the update written as w = (1 - 2 lr x²) w + 2 lr x y; losses collected by a generator.
def curve(x_data, y_data, w, lr, epochs):
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x - y) ** 2
            w = (1 - 2 * lr * x**2) * w + 2 * lr * x * y
        yield loss

def train(x_data, y_data, w, lr, epochs):
    return list(curve(x_data, y_data, w, lr, epochs))
