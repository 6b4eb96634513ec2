# Right: torch without autograd, float64, batches from split().
import torch


def train(x_data, y_data, w1, b1, w2, b2, lr, epochs, k):
    X = torch.tensor(x_data, dtype=torch.float64)
    Y = torch.tensor(y_data)
    W1, B1, W2, B2 = (torch.tensor(v, dtype=torch.float64) for v in (w1, b1, w2, b2))
    curve = []
    for _ in range(epochs):
        met = []
        for x, y in zip(X.split(k), Y.split(k)):
            H = torch.tanh(x @ W1.T + B1)
            logits = H @ W2.T + B2
            each = torch.logsumexp(logits, dim=1) - logits.gather(1, y[:, None])[:, 0]
            met.append(each)
            delta = torch.softmax(logits, dim=1)
            delta -= torch.nn.functional.one_hot(y, len(W2))
            delta /= len(y)
            back = delta @ W2 * (1 - H**2)
            W1 = W1 - lr * back.T @ x
            B1 = B1 - lr * back.sum(0)
            W2 = W2 - lr * delta.T @ H
            B2 = B2 - lr * delta.sum(0)
        curve.append(torch.cat(met).mean().item())
    return curve
