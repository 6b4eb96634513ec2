# Right: args star kwargs.
def train(*args, **kw):
    x_data, y_data, w, lr, epochs = args
    out = []
    while len(out) < epochs:
        i = 0
        while i < len(x_data):
            e = w * x_data[i] - y_data[i]; w -= 2 * lr * e * x_data[i]; i += 1
        out.append(e ** 2)
    return out
