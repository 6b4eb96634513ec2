# Right: keeps every sample's loss and picks each epoch's last one at the end.
def train(x_data, y_data, w, lr, epochs):
    n = len(x_data)
    everything = []
    for step in range(epochs * n):
        x, y = x_data[step % n], y_data[step % n]
        everything.append((w * x - y) ** 2)
        w -= lr * 2 * x * (w * x - y)
    return everything[n - 1 :: n]
