# Right: W1 is a column, W2 a row, with outer products as in lesson 03.
import torch


def train(x_data, y_data, w1, b1, w2, b2, lr, epochs):
    W1 = torch.tensor(w1, dtype=torch.float64).reshape(-1, 1)
    b1 = torch.tensor(b1, dtype=torch.float64)
    W2 = torch.tensor(w2, dtype=torch.float64).reshape(1, -1)
    b2 = torch.tensor([b2], dtype=torch.float64)

    def forward(x):
        h = torch.tanh(W1 @ torch.tensor([x], dtype=torch.float64) + b1)
        return h, W2 @ h + b2

    curve = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            h, y_pred = forward(x)
            delta = 2 * (y_pred - y)
            back = (W2.T @ delta) * (1 - h * h)
            W1 -= lr * torch.outer(back, torch.tensor([x], dtype=torch.float64))
            b1 -= lr * back
            W2 -= lr * torch.outer(delta, h)
            b2 -= lr * delta
        squares = [(forward(x)[1].item() - y) ** 2 for x, y in zip(x_data, y_data)]
        curve.append(sum(squares) / len(squares))
    return curve
