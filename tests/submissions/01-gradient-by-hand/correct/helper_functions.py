# Right: by hand with helper functions forward, loss and gradient, other parameter names and a default value.
def forward(x, w):
    return w * x

def loss(x, y, w):
    return (forward(x, w) - y) * (forward(x, w) - y)

def gradient(x, y, w):
    return 2 * (forward(x, w) - y) * x

def one_epoch(xs, ys, w, rate):
    for i in range(len(xs)):
        l = loss(xs[i], ys[i], w)
        w = w - rate * gradient(xs[i], ys[i], w)
    return w, l

def train(xs, ys, start, rate=0.01, n_epochs=100):
    history = []
    w = start
    for e in range(n_epochs):
        w, l = one_epoch(xs, ys, w, rate)
        history += [l]
    return history
