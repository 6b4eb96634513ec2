"""Lesson 03: a two-layer network, ŷ = W2·(W1·x + b1) + b2, with gradients of whole matrices."""

import random
from collections.abc import Sequence

from tests.training.before import two_layers
from tests.training.before.exercise import Edit, Exercise, Inputs
from tests.training.before.draw import signed
from tests.training.before.two_layers import Loop, Matrix, Vector, Weights, edited, squares


def oracle(
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

    Args:
        x_data: inputs, samples of shape (n,).
        y_data: targets, samples of shape (k,).
        W1: initial weights of the first layer, shape (m, n).
        b1: initial bias of the first layer, shape (m,).
        W2: initial weights of the second layer, shape (k, m).
        b2: initial bias of the second layer, shape (k,).
        lr: learning rate.
        epochs: rounds through the data.

    Returns:
        `epochs` losses.
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


def simulate(inputs: Inputs, edit: Edit) -> list[float]:
    """The curve of a loop with a mistake in it; the oracle's where `edit` is empty."""
    start = Weights(*(inputs[name] for name in two_layers.NAMES))
    samples = list(zip(inputs["x_data"], inputs["y_data"], strict=False))
    return two_layers.simulate(edited(Loop(), edit), start, samples, inputs)


def draw_hidden_inputs(rng: random.Random) -> list[Inputs]:
    """More samples than an affine map can fit, and other sizes than the lesson's.

    First a single output; then as many outputs as hidden numbers, where W2 is square and a
    forgotten transposition or a forgotten W2 raises no error.
    """

    def vector(size: int, low: float, high: float) -> Vector:
        return [signed(rng, low, high) for _ in range(size)]

    def inputs(n: int, m: int, k: int, lr: float, epochs: int) -> Inputs:
        return {
            "x_data": [vector(n, 0.3, 1.2) for _ in range(n + 3)],
            "y_data": [vector(k, 0.5, 2.0) for _ in range(n + 3)],
            "W1": [vector(n, 0.2, 0.9) for _ in range(m)],
            "b1": vector(m, 0.1, 0.5),
            "W2": [vector(m, 0.2, 0.9) for _ in range(k)],
            "b2": vector(k, 0.1, 0.5),
            "lr": lr,
            "epochs": epochs,
        }

    return [
        inputs(2, 3, 1, rng.choice([0.013, 0.015, 0.018]), rng.randint(30, 45)),
        inputs(4, 3, 3, rng.choice([0.006, 0.007, 0.008]), rng.randint(20, 30)),
    ]


EXERCISE = Exercise(
    id="03-matrix-gradients",
    lesson="03_two_layer_network",
    function="train",
    points=4,
    lesson_inputs={
        "x_data": [
            [1.0, 2.0, -1.0],
            [0.5, -1.0, 1.0],
            [-1.0, 0.5, 0.5],
            [1.5, 1.0, 1.0],
            [-0.5, -1.5, -1.0],
        ],
        "y_data": [[1.0, 0.0], [0.2, 1.4], [0.9, -0.3], [2.1, 2.4], [-2.7, -1.4]],
        "W1": [[0.5, -0.4, 0.3], [-0.2, 0.6, 0.1]],
        "b1": [0.1, -0.1],
        "W2": [[0.4, -0.5], [0.7, 0.3]],
        "b2": [0.3, 0.2],
        "lr": 0.02,
        "epochs": 100,
    },
    parts={
        "data": ("x_data", "y_data"),
        "start": two_layers.NAMES,
        "lr": ("lr",),
        "epochs": ("epochs",),
    },
    draw_hidden_inputs=draw_hidden_inputs,
    oracle=oracle,
    simulate=simulate,
    mistakes={
        **two_layers.COMMON_MISTAKES,
        "transposed": [{"through": "W2 transposed"}],
        "mean_over_outputs": [
            {
                "loss": lambda r, n: squares(r, n) / len(r),
                "loss_slope": lambda r, _n: [2 * v / len(r) for v in r],
            },
            {"loss": lambda r, n: squares(r, n) / len(r)},
        ],
        "loss_after_update": [{"log": "last after"}],
        "first_sample_loss": [{"log": "first"}],
        "summed_loss": [{"log": "sum"}, {"log": "sum at end"}],
        "mean_loss": [{"log": "mean"}, {"log": "mean at end"}],
    },
    chaotic=frozenset({"abs_loss", "no_zero_grad"}),
    forbids="autograd",
)
