# Right: grad accumulated then divided trick.
def train(x_data, y_data, w, lr, epochs):
    from collections import deque
    d = deque(); samples = list(enumerate(zip(x_data, y_data)))
    for _ in range(epochs):
        for i, (x, y) in samples:
            r = y - x * w
            w += lr * 2 * x * r
            if i == len(x_data) - 1: d.append(r * r)
    return d
