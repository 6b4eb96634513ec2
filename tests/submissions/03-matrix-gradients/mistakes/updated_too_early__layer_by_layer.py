# Mistake: goes back layer by layer and updates each at once, in plain Python, in place.
def train(x_data, y_data, W1, b1, W2, b2, lr, epochs):
    losses = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            h = [sum(w * v for w, v in zip(row, x)) + b for row, b in zip(W1, b1)]
            p = [sum(w * v for w, v in zip(row, h)) + b for row, b in zip(W2, b2)]
            d = [2 * (a - t) for a, t in zip(p, y)]
            for i in range(len(W2)):
                for j in range(len(h)):
                    W2[i][j] -= lr * d[i] * h[j]
                b2[i] -= lr * d[i]
            for j in range(len(W1)):
                e = sum(d[i] * W2[i][j] for i in range(len(W2)))
                for l in range(len(x)):
                    W1[j][l] -= lr * e * x[l]
                b1[j] -= lr * e
        losses.append(sum((a - t) ** 2 for a, t in zip(p, y)))
    return losses
