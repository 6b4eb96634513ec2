# Right: nested loops over plain lists, no library at all; works on copies of the weights.
def train(x_data, y_data, W1, b1, W2, b2, lr, epochs):
    m, n, k = len(W1), len(W1[0]), len(W2)
    W1 = [list(row) for row in W1]
    W2 = [list(row) for row in W2]
    b1, b2 = list(b1), list(b2)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            h = [b1[j] + sum(W1[j][l] * x[l] for l in range(n)) for j in range(m)]
            p = [b2[i] + sum(W2[i][j] * h[j] for j in range(m)) for i in range(k)]
            loss = sum((p[i] - y[i]) ** 2 for i in range(k))
            d = [2 * (p[i] - y[i]) for i in range(k)]
            e = [sum(W2[i][j] * d[i] for i in range(k)) for j in range(m)]
            for j in range(m):
                for l in range(n):
                    W1[j][l] -= lr * e[j] * x[l]
                b1[j] -= lr * e[j]
            for i in range(k):
                for j in range(m):
                    W2[i][j] -= lr * d[i] * h[j]
                b2[i] -= lr * d[i]
        losses.append(loss)
    return losses
