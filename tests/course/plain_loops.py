"""The right loops, each written out by hand as its lesson asks for it: float64, no autograd.

They share no line with `leadin.training`, so that what the course takes for right has a witness.
"""

from collections.abc import Callable, Sequence
from math import exp, log, sqrt, tanh
from typing import TypeAlias

Vector: TypeAlias = list[float]
Matrix: TypeAlias = list[Vector]


def affine(
    x_data: list[float], y_data: list[float], w: float, b: float, lr: float, epochs: int
) -> list[float]:
    """The right curve: the loss of each epoch's last sample before that sample's update.

    loss = (w·x + b − y)²; with r = ŷ − y the gradients are 2·r·x and 2·r.
    """
    losses = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data, strict=True):
            residual = w * x + b - y
            loss = residual**2
            w = w - lr * 2 * residual * x
            b = b - lr * 2 * residual
        losses.append(loss)
    return losses


def two_layers(
    x_data: Matrix,
    y_data: Matrix,
    W1: Matrix,  # noqa: N803, as in the formulas
    b1: Vector,
    W2: Matrix,  # noqa: N803
    b2: Vector,
    lr: float,
    epochs: int,
) -> list[float]:
    """The right curve: the loss of each epoch's last sample before that sample's update.

    loss = Σ(ŷ − y)²; with δ = 2·(ŷ − y) and ε = W2ᵀ·δ the gradients of W2, b2, W1 and b1 are
    δ·hᵀ, δ, ε·xᵀ and ε.
    """
    losses = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data, strict=True):
            h = [dot(row, x) + b for row, b in zip(W1, b1, strict=True)]
            y_pred = [dot(row, h) + b for row, b in zip(W2, b2, strict=True)]
            residuals = [p - t for p, t in zip(y_pred, y, strict=True)]
            loss = sum(r**2 for r in residuals)
            delta = [2 * r for r in residuals]
            epsilon = [dot(delta, column) for column in zip(*W2, strict=True)]
            W1 = descended(W1, epsilon, x, lr)  # noqa: N806
            b1 = [b - lr * e for b, e in zip(b1, epsilon, strict=True)]
            W2 = descended(W2, delta, h, lr)  # noqa: N806
            b2 = [b - lr * d for b, d in zip(b2, delta, strict=True)]
        losses.append(loss)
    return losses


def dot(one: Sequence[float], other: Sequence[float]) -> float:
    """Σ aᵢ·bᵢ."""
    return sum(a * b for a, b in zip(one, other, strict=True))


def descended(matrix: Matrix, column: Vector, row: Vector, lr: float) -> Matrix:
    """A matrix, one step against the gradient column·rowᵀ."""
    return [
        [w - lr * c * r for w, r in zip(weights, row, strict=True)]
        for weights, c in zip(matrix, column, strict=True)
    ]


def bent(
    x_data: Vector,
    y_data: Vector,
    w1: Vector,
    b1: Vector,
    w2: Vector,
    b2: float,
    lr: float,
    epochs: int,
) -> list[float]:
    """The right curve: the mean loss of all samples, with the weights at the end of each epoch.

    loss = (ŷ − y)²; with δ = 2·(ŷ − y), hⱼ = tanh(w1ⱼ·x + b1ⱼ) and εⱼ = δ·w2ⱼ·(1 − hⱼ²) the
    gradients of w1ⱼ, b1ⱼ, w2ⱼ and b2 are εⱼ·x, εⱼ, δ·hⱼ and δ.
    """

    def hidden(x: float) -> Vector:
        return [tanh(w * x + b) for w, b in zip(w1, b1, strict=True)]

    def predicted(h: Vector) -> float:
        return sum(w * a for w, a in zip(w2, h, strict=True)) + b2

    samples = list(zip(x_data, y_data, strict=True))
    means = []
    for _ in range(epochs):
        for x, y in samples:
            h = hidden(x)
            delta = 2 * (predicted(h) - y)
            epsilon = [delta * w * (1 - a**2) for w, a in zip(w2, h, strict=True)]
            w1 = [w - lr * e * x for w, e in zip(w1, epsilon, strict=True)]
            b1 = [b - lr * e for b, e in zip(b1, epsilon, strict=True)]
            w2 = [w - lr * delta * a for w, a in zip(w2, h, strict=True)]
            b2 = b2 - lr * delta
        means.append(sum((predicted(hidden(x)) - y) ** 2 for x, y in samples) / len(samples))
    return means


def one_frozen(
    x_data: list[float], y_data: list[float], w: float, b: float, lr: float, epochs: int
) -> list[float]:
    """The right curve: the loss of each epoch's last sample before that sample's update.

    loss = (w·x + b − y)², ∂loss/∂w = 2·x·(w·x + b − y), w ← w − lr·∂loss/∂w; b never changes.
    """
    losses = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data, strict=True):
            residual = w * x + b - y
            loss = residual**2
            w = w - lr * 2 * x * residual
        losses.append(loss)
    return losses


def powers(
    x_data: list[float],
    y_data: list[float],
    depths: list[int],
    w: float,
    lr: float,
    epochs: int,
) -> list[float]:
    """The right curve: the loss of each epoch's last sample before that sample's update.

    loss = (x·wᵈ − y)², ∂loss/∂w = 2·(x·wᵈ − y)·d·x·wᵈ⁻¹, w ← w − lr·∂loss/∂w.
    """
    losses = []
    for _ in range(epochs):
        for x, y, depth in zip(x_data, y_data, depths, strict=True):
            residual = x * w**depth - y
            loss = residual**2
            w = w - lr * 2 * residual * depth * x * w ** (depth - 1)
        losses.append(loss)
    return losses


def groups(
    x_data: list[float],
    y_data: list[float],
    w: float,
    lr: float,
    epochs: int,
    k: int,
) -> list[float]:
    """The right curve: the mean over each epoch's samples of the loss before its group's update.

    A group is the next k samples, or what is left of the epoch. loss = (w·x − y)²,
    ∂loss/∂w = 2·x·(w·x − y), w ← w − lr·mean of ∂loss/∂w over the group.
    """
    samples = list(zip(x_data, y_data, strict=True))
    curve = []
    for _ in range(epochs):
        total = 0.0
        for start in range(0, len(samples), k):
            group = samples[start : start + k]
            residuals = [w * x - y for x, y in group]
            total += sum(residual**2 for residual in residuals)
            slopes = [2 * x * r for (x, _), r in zip(group, residuals, strict=True)]
            w = w - lr * sum(slopes) / len(group)
        curve.append(total / len(samples))
    return curve


def classes(
    x_data: Matrix, y_data: list[int], w: Matrix, b: Vector, lr: float, epochs: int
) -> list[float]:
    """The right curve: the mean loss of all samples before the epoch's one update.

    loss = log Σ exp(z) − z of the label; with p = exp(z) / Σ exp(z) and δ = (p − y) / n the
    gradients of w and b are the sums of δ·xᵀ and of δ over the samples.
    """
    n = len(x_data)
    losses = []
    for _ in range(epochs):
        total = 0.0
        grad_w, grad_b = [[0.0 for _ in row] for row in w], [0.0 for _ in b]
        for x, label in zip(x_data, y_data, strict=True):
            z = [dot(row, x) + bias for row, bias in zip(w, b, strict=True)]
            top = max(z)
            whole = sum(exp(each - top) for each in z)
            total += top + log(whole) - z[label]
            for k, each in enumerate(z):
                delta = (exp(each - top) / whole - (1 if k == label else 0)) / n
                grad_b[k] += delta
                for j, number in enumerate(x):
                    grad_w[k][j] += delta * number
        losses.append(total / n)
        w = [
            [v - lr * g for v, g in zip(row, of_row, strict=True)]
            for row, of_row in zip(w, grad_w, strict=True)
        ]
        b = [v - lr * g for v, g in zip(b, grad_b, strict=True)]
    return losses


def mini_batches(
    x_data: Matrix,
    y_data: list[int],
    w1: Matrix,
    b1: Vector,
    w2: Matrix,
    b2: Vector,
    lr: float,
    epochs: int,
    k: int,
) -> list[float]:
    """The right curve: the mean over all rows of their losses before their batch's update."""
    net, losses = (w1, b1, w2, b2), []
    for _ in range(epochs):
        total = 0.0
        for first in range(0, len(x_data), k):
            rows, labels = x_data[first : first + k], y_data[first : first + k]
            batch_loss, net = step_of_classes(rows, labels, net, lr)
            total += batch_loss
        losses.append(total / len(x_data))
    return losses


def validation(
    x_data: Matrix,
    y_data: list[int],
    x_val: Matrix,
    y_val: list[int],
    w1: Matrix,
    b1: Vector,
    w2: Matrix,
    b2: Vector,
    lr: float,
    epochs: int,
    k: int,
) -> list[float]:
    """The right curve: the mean loss of the rows held out, after the epoch's last update."""
    net, losses = (w1, b1, w2, b2), []
    for _ in range(epochs):
        for first in range(0, len(x_data), k):
            rows, labels = x_data[first : first + k], y_data[first : first + k]
            _, net = step_of_classes(rows, labels, net, lr)
        total, _ = step_of_classes(x_val, y_val, net, 0.0)
        losses.append(total / len(x_val))
    return losses


def step_of_classes(
    rows: Matrix,
    labels: list[int],
    net: tuple[Matrix, Vector, Matrix, Vector],
    lr: float,
) -> tuple[float, tuple[Matrix, Vector, Matrix, Vector]]:
    """The summed loss of a batch, and the net after a step down the gradient of its mean.

    A row's loss is log Σ exp(z) − z of its label with h = tanh(w1·x + b1) and z = w2·h + b2. With
    δ = (p − y)/rows and ε = (w2ᵀ·δ)·(1 − h²) it adds ε·xᵀ, ε, δ·hᵀ and δ to the gradients.
    """
    w1, b1, w2, b2 = net
    loss, moved = 0.0, net
    for x, label in zip(rows, labels, strict=True):
        h = [tanh(dot(row, x) + b) for row, b in zip(w1, b1, strict=True)]
        powers = [exp(dot(row, h) + b) for row, b in zip(w2, b2, strict=True)]
        p = [power / sum(powers) for power in powers]
        loss -= log(p[label])
        delta = [(each - (i == label)) / len(rows) for i, each in enumerate(p)]
        back = [dot(delta, list(column)) for column in zip(*w2, strict=True)]
        epsilon = [e * (1 - a**2) for e, a in zip(back, h, strict=True)]
        moved = (
            descended(moved[0], epsilon, x, lr),
            [b - lr * e for b, e in zip(moved[1], epsilon, strict=True)],
            descended(moved[2], delta, h, lr),
            [b - lr * d for b, d in zip(moved[3], delta, strict=True)],
        )
    return loss, moved


def linear(
    x_data: list[float], y_data: list[float], w: float, lr: float, epochs: int
) -> list[float]:
    """The right curve: the loss of each epoch's last sample before that sample's update.

    loss = (w·x − y)², ∂loss/∂w = 2·x·(w·x − y), w ← w − lr·∂loss/∂w.
    """
    losses = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data, strict=True):
            residual = w * x - y
            loss = residual**2
            w = w - lr * 2 * x * residual
        losses.append(loss)
    return losses


def quadratic(
    x_data: list[float],
    y_data: list[float],
    w1: float,
    w2: float,
    b: float,
    lr: float,
    epochs: int,
) -> list[float]:
    """The right curve: the loss of each epoch's last sample before that sample's update.

    loss = (w1·x² + w2·x + b − y)²; with r = ŷ − y the gradients are 2·r·x², 2·r·x and 2·r.
    """
    losses = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data, strict=True):
            residual = w1 * x**2 + w2 * x + b - y
            loss = residual**2
            w1 = w1 - lr * 2 * residual * x**2
            w2 = w2 - lr * 2 * residual * x
            b = b - lr * 2 * residual
        losses.append(loss)
    return losses


def batch(
    x_data: Matrix,
    y_data: Matrix,
    w1: Matrix,
    b1: Vector,
    w2: Matrix,
    b2: Vector,
    lr: float,
    epochs: int,
) -> list[float]:
    """The right curve: the mean of the rows' losses before the epoch's one update.

    A row's loss is Σ(ŷ − y)² with h = tanh(w1·x + b1) and ŷ = w2·h + b2. With δ = 2·(ŷ − y)/n and
    ε = (w2ᵀ·δ)·(1 − h²) each row adds ε·xᵀ, ε, δ·hᵀ and δ to the gradients of w1, b1, w2 and b2.
    """
    n, losses = len(x_data), []
    for _ in range(epochs):
        loss, moved = 0.0, (w1, b1, w2, b2)
        for x, y in zip(x_data, y_data, strict=True):
            h = [tanh(dot(row, x) + b) for row, b in zip(w1, b1, strict=True)]
            y_pred = [dot(row, h) + b for row, b in zip(w2, b2, strict=True)]
            residuals = [p - t for p, t in zip(y_pred, y, strict=True)]
            loss += sum(r**2 for r in residuals) / n
            delta = [2 * r / n for r in residuals]
            back = [dot(delta, column) for column in zip(*w2, strict=True)]
            epsilon = [e * (1 - a**2) for e, a in zip(back, h, strict=True)]
            moved = (
                descended(moved[0], epsilon, x, lr),
                [b - lr * e for b, e in zip(moved[1], epsilon, strict=True)],
                descended(moved[2], delta, h, lr),
                [b - lr * d for b, d in zip(moved[3], delta, strict=True)],
            )
        w1, b1, w2, b2 = moved
        losses.append(loss)
    return losses


def deep(x_data: Matrix, y_data: Matrix, noise: list[Matrix], lr: float, epochs: int) -> Vector:
    """The right curve: the mean squared error of the whole batch before each step of Adam.

    aₖ = tanh(Wₖ·aₖ₋₁ + bₖ), the last layer without tanh. With δ = 2·(ŷ − y)/numbers at the last
    layer and (Wᵀ·δ)·(1 − a²) at each one below, the gradients of a row are δ·aᵀ and δ.
    """
    layers = [  # each row is a unit's weights and, at its end, its bias
        [[w * sqrt(2 / (len(matrix) + len(matrix[0]))) for w in row] + [0.0] for row in matrix]
        for matrix in noise
    ]
    means = [[[0.0] * len(row) for row in layer] for layer in layers]
    squares = [[[0.0] * len(row) for row in layer] for layer in layers]
    curve = []
    for t in range(1, epochs + 1):
        total = 0.0
        grads = [[[0.0] * len(row) for row in layer] for layer in layers]
        for x, y in zip(x_data, y_data, strict=True):
            given = [[*x, 1.0]]
            for layer in layers[:-1]:
                given.append([*(tanh(dot(row, given[-1])) for row in layer), 1.0])
            outputs = [dot(row, given[-1]) for row in layers[-1]]
            residuals = [p - target for p, target in zip(outputs, y, strict=True)]
            total += sum(r**2 for r in residuals)
            delta = [2 * r / (len(x_data) * len(y)) for r in residuals]
            for k in range(len(layers) - 1, -1, -1):
                for i, d in enumerate(delta):
                    for j, a in enumerate(given[k]):
                        grads[k][i][j] += d * a
                columns = list(zip(*layers[k], strict=True))[:-1]
                back = [dot(delta, column) for column in columns]
                delta = [e * (1 - a**2) for e, a in zip(back, given[k], strict=False)]
        curve.append(total / (len(x_data) * len(y_data[0])))
        for k, layer in enumerate(layers):
            for i, row in enumerate(layer):
                for j, w in enumerate(row):
                    g = grads[k][i][j]
                    m = means[k][i][j] = 0.9 * means[k][i][j] + 0.1 * g
                    v = squares[k][i][j] = 0.999 * squares[k][i][j] + 0.001 * g * g
                    row[j] = w - lr * (m / (1 - 0.9**t)) / (sqrt(v / (1 - 0.999**t)) + 1e-8)
    return curve


#: By exercise. One on a model that is here already needs none: it has its solution and its curve.
RIGHT: dict[str, Callable[..., list[float]]] = {
    "01-gradient-by-hand": linear,
    "02-local-gradients": affine,
    "03-matrix-gradients": two_layers,
    "04-below-the-floor": bent,
    "05-one-frozen": one_frozen,
    "06-dynamic-graph": powers,
    "07-accumulate": groups,
    "08-train-linear": linear,
    "09-train-quadratic": quadratic,
    "10-module-and-optimizer": quadratic,
    "11-own-backward": quadratic,
    "12-mend-1": linear,
    "12-mend-2": linear,
    "12-mend-3": quadratic,
    "12-mend-4": quadratic,
    "12-mend-5": linear,
    "12-mend-6": quadratic,
    "13-batch-by-hand": batch,
    "14-deep-net": deep,
    "15-softmax-batch": classes,
    "16-mini-batches": mini_batches,
    "16-validation-curve": validation,
}
