# Right: partial function.
from functools import partial
def run(reg, x_data, y_data, w, lr, epochs):
    out = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            e = w * x - y; w = w - 2 * lr * e * x
        out.append(e ** 2 + reg)
    return out
train = partial(run, 0.0)
