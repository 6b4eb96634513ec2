# Right: numpy, gradients in matrices by hand, Adam by hand.
import numpy as np


def train(x_data, y_data, noise, lr, epochs):
    X, Y = np.array(x_data), np.array(y_data)
    weights = [np.array(m) * np.sqrt(2 / (len(m) + len(m[0]))) for m in noise]
    biases = [np.zeros(len(m)) for m in noise]
    state = {}
    losses = []
    for epoch in range(epochs):
        hs = [X]
        for i, (W, b) in enumerate(zip(weights, biases)):
            z = hs[-1] @ W.T + b
            hs.append(z if i == len(weights) - 1 else np.tanh(z))
        error = hs[-1] - Y
        losses.append((error**2).mean())
        delta = 2 * error / error.size
        grads = []
        for i in reversed(range(len(weights))):
            grads.insert(0, (delta.T @ hs[i], delta.sum(axis=0)))
            delta = (delta @ weights[i]) * (1 - hs[i] ** 2)
        for i, (grad_w, grad_b) in enumerate(grads):
            for values, grad, key in ((weights[i], grad_w, (i, "W")), (biases[i], grad_b, (i, "b"))):
                m, v = state.get(key, (0.0, 0.0))
                m = 0.9 * m + 0.1 * grad
                v = 0.999 * v + 0.001 * grad**2
                state[key] = (m, v)
                m_hat = m / (1 - 0.9 ** (epoch + 1))
                v_hat = v / (1 - 0.999 ** (epoch + 1))
                values -= lr * m_hat / (np.sqrt(v_hat) + 1e-8)
    return losses
