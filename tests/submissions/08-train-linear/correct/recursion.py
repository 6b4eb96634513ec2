# Right: recursion.
def train(x_data, y_data, w, lr, epochs):
    def go(w, n, i, l):
        if i == len(x_data): return [l] + (go(w, n - 1, 0, None) if n > 1 else [])
        e = w * x_data[i] - y_data[i]
        return go(w - lr * 2 * e * x_data[i], n, i + 1, e ** 2)
    return go(w, epochs, 0, None)
