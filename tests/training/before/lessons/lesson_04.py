"""Lesson 04: below the floor of every line, with tanh between two layers.

ŷ = Σⱼ w2ⱼ·tanh(w1ⱼ·x + b1ⱼ) + b2, one input and one output.
"""

import random
from math import tanh

from tests.training.before import two_layers
from tests.training.before.exercise import Edit, Exercise, Inputs
from tests.training.before.draw import signed
from tests.training.before.two_layers import IDENTITY, TANH, Loop, Vector, Weights, edited


def oracle(
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

    Args:
        x_data: inputs, shape (n,).
        y_data: targets, shape (n,).
        w1: initial weights of the hidden layer, shape (h,).
        b1: initial biases of the hidden layer, shape (h,).
        w2: initial weights of the output, shape (h,).
        b2: initial bias of the output.
        lr: learning rate.
        epochs: rounds through the data.

    Returns:
        `epochs` means.
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


LOOP = Loop(hidden=TANH, log="mean at end")


def simulate(inputs: Inputs, edit: Edit) -> list[float]:
    """The curve of a loop with a mistake in it; the oracle's where `edit` is empty."""
    start = Weights([[w] for w in inputs["w1"]], inputs["b1"], [inputs["w2"]], [inputs["b2"]])
    samples = [([x], [y]) for x, y in zip(inputs["x_data"], inputs["y_data"], strict=False)]
    return two_layers.simulate(edited(LOOP, edit), start, samples, inputs)


def draw_hidden_inputs(rng: random.Random) -> list[Inputs]:
    """Bent data that so few hidden numbers can't follow exactly in so few epochs."""

    def vector(size: int, low: float, high: float) -> Vector:
        return [signed(rng, low, high) for _ in range(size)]

    def inputs(n: int, h: int, lr: float, epochs: int) -> Inputs:
        x_data = [round(-1.8 + 3.6 * i / (n - 1) + signed(rng, 0.02, 0.2), 2) for i in range(n)]
        rng.shuffle(x_data)
        return {
            "x_data": x_data,
            "y_data": [round(x**2 / 2 + signed(rng, 0.2, 0.6), 2) for x in x_data],
            "w1": vector(h, 0.3, 1.2),
            "b1": vector(h, 0.1, 0.8),
            "w2": vector(h, 0.3, 1.0),
            "b2": signed(rng, 0.1, 0.6),
            "lr": lr,
            "epochs": epochs,
        }

    return [
        inputs(4, 2, rng.choice([0.025, 0.03, 0.035]), rng.randint(30, 45)),
        inputs(6, 4, rng.choice([0.012, 0.015, 0.018]), rng.randint(20, 30)),
    ]


EXERCISE = Exercise(
    id="04-below-the-floor",
    lesson="04_why_nonlinearity",
    function="train",
    points=3,
    lesson_inputs={
        "x_data": [-2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0],
        "y_data": [2.0, 1.5, 1.0, 0.5, 0.0, 0.5, 1.0, 1.5, 2.0],
        "w1": [1.0, -1.0, 0.5],
        "b1": [-0.5, -0.5, 0.5],
        "w2": [0.5, 0.5, 0.5],
        "b2": 0.0,
        "lr": 0.02,
        "epochs": 200,
    },
    parts={
        "data": ("x_data", "y_data"),
        "start": ("w1", "b1", "w2", "b2"),
        "lr": ("lr",),
        "epochs": ("epochs",),
    },
    draw_hidden_inputs=draw_hidden_inputs,
    oracle=oracle,
    simulate=simulate,
    mistakes={
        **two_layers.COMMON_MISTAKES,
        "no_nonlinearity": [{"hidden": IDENTITY}],
        "nonlinearity_on_output": [
            {"output": TANH},
            {"hidden": IDENTITY, "output": TANH},
        ],
        "missing_activation_slope": [{"hidden_slope": lambda _z, _a: 1.0}],
        "slope_at_wrong_place": [
            {"hidden_slope": lambda z, _a: 1.0 - z * z},
            {"hidden_slope": lambda _z, a: 1.0 - tanh(a) ** 2},
        ],
        "last_sample_loss": [{"log": "last"}, {"log": "last after"}],
        "running_mean": [{"log": "mean"}],
        "sum_not_mean": [{"log": "sum at end"}, {"log": "sum"}],
        "mean_before_epoch": [{"logs_start": True, "surplus_epochs": -1}],
    },
    # tanh is flat far out: once a run climbs there, float32 rounds other numbers to 1 than float64.
    chaotic=frozenset({"abs_loss", "no_zero_grad", "wrong_sign", "slope_at_wrong_place"}),
    forbids="autograd",
)
