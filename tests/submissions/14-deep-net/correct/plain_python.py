# Right: no library at all; every weight has an m and a v of its own.
import math


def train(x_data, y_data, noise, lr, epochs):
    net = []
    for matrix in noise:
        std = math.sqrt(2 / (len(matrix) + len(matrix[0])))
        net.append([[std * w for w in row] + [0.0] for row in matrix])
    m = [[[0.0] * len(row) for row in layer] for layer in net]
    v = [[[0.0] * len(row) for row in layer] for layer in net]
    count = len(y_data) * len(y_data[0])
    losses = []
    for t in range(1, epochs + 1):
        grad = [[[0.0] * len(row) for row in layer] for layer in net]
        total = 0.0
        for x, y in zip(x_data, y_data):
            hs = [list(x)]
            for number, layer in enumerate(net, start=1):
                z = [sum(w * h for w, h in zip(row, hs[-1])) + row[-1] for row in layer]
                hs.append(z if number == len(net) else [math.tanh(each) for each in z])
            delta = []
            for prediction, target in zip(hs[-1], y):
                total += (prediction - target) ** 2
                delta.append(2 * (prediction - target) / count)
            for k in reversed(range(len(net))):
                below = [0.0] * len(hs[k])
                for i, row in enumerate(net[k]):
                    for j, h in enumerate(hs[k]):
                        grad[k][i][j] += delta[i] * h
                        below[j] += delta[i] * row[j]
                    grad[k][i][-1] += delta[i]
                delta = [d * (1 - h * h) for d, h in zip(below, hs[k])]
        losses.append(total / count)
        for k, layer in enumerate(net):
            for i, row in enumerate(layer):
                for j in range(len(row)):
                    g = grad[k][i][j]
                    m[k][i][j] += 0.1 * (g - m[k][i][j])
                    v[k][i][j] += 0.001 * (g * g - v[k][i][j])
                    m_hat = m[k][i][j] / (1 - 0.9**t)
                    v_hat = v[k][i][j] / (1 - 0.999**t)
                    row[j] -= lr * m_hat / (math.sqrt(v_hat) + 1e-8)
    return losses
