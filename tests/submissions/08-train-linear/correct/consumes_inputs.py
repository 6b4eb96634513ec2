# Right: consumes inputs.
def train(x_data, y_data, w, lr, epochs):
    xs = list(x_data); x_data.clear()
    out = []
    for _ in range(epochs):
        for x, y in zip(xs, y_data):
            e = x * w - y; w -= lr * 2 * x * e
        out.insert(len(out), e * e)
    y_data.reverse()
    return out
