# Right: by hand with helper functions, other parameter names and defaults, returns a tuple.
def predict(p, x):
    a, b, c = p
    return a * x * x + b * x + c

def train(xs, ys, a, b, c, eta=0.01, steps=100):
    p = [a, b, c]
    out = []
    for _ in range(steps):
        for x, y in zip(xs, ys):
            error = predict(p, x) - y
            slopes = [2 * error * x * x, 2 * error * x, 2 * error]
            p = [v - eta * s for v, s in zip(p, slopes)]
        out.append(error ** 2)
    return tuple(out)
