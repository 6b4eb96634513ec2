# Right: changes the lists that it was given in place, as Python lets it.
def train(x_data, y_data, W1, b1, W2, b2, lr, epochs):
    losses = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            h = [sum(w * v for w, v in zip(row, x)) + b for row, b in zip(W1, b1)]
            r = [sum(w * v for w, v in zip(row, h)) + b - t for row, b, t in zip(W2, b2, y)]
            g = [2 * sum(r[i] * W2[i][j] for i in range(len(r))) for j in range(len(h))]
            for i, row in enumerate(W2):
                for j in range(len(row)):
                    row[j] -= 2 * lr * r[i] * h[j]
                b2[i] -= 2 * lr * r[i]
            for j, row in enumerate(W1):
                for l in range(len(row)):
                    row[l] -= lr * g[j] * x[l]
                b1[j] -= lr * g[j]
        losses.append(sum(v * v for v in r))
    return losses
