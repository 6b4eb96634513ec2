"""Lesson 09, training example 2: ŷ = w1·x² + w2·x + b, three parameters."""

import itertools
import random

from tests.training.before import sgd
from tests.training.before.exercise import Edit, Exercise, Inputs, some_of
from tests.training.before.draw import signed


def oracle(
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

    Args:
        x_data: inputs, shape (n,).
        y_data: targets, shape (n,).
        w1: initial weight of x².
        w2: initial weight of x.
        b: initial bias.
        lr: learning rate.
        epochs: rounds through the data.

    Returns:
        `epochs` losses.
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


LOOP = sgd.Loop(features=lambda x: (x**2, x, 1.0))


def simulate(inputs: Inputs, edit: Edit) -> list[float]:
    """The curve of a loop with a mistake in it; the oracle's where `edit` is empty."""
    return sgd.simulate(LOOP, ("w1", "w2", "b"), inputs, edit)


def draw_hidden_inputs(rng: random.Random) -> list[Inputs]:
    """Data that no parabola fits exactly, so that the loss stays well above rounding."""

    def inputs(n: int, lr: float, epochs: int) -> Inputs:
        # Spread over both signs, or x² and x could hardly be told apart.
        x_data = [round((-1) ** i * rng.uniform(0.5, 1.8), 2) for i in range(n)]
        x_data[-2] = x_data[0]  # data may repeat an x, with another y
        y_data = [round(x**2 - x + signed(rng, 0.5, 2.0), 2) for x in x_data]
        w1, w2, b = (signed(rng, 0.2, 0.9) for _ in range(3))
        return {
            "x_data": x_data,
            "y_data": y_data,
            "w1": w1,
            "w2": w2,
            "b": b,
            "lr": lr,
            "epochs": epochs,
        }

    return [
        inputs(4, rng.choice([0.015, 0.018, 0.025]), rng.randint(20, 40)),
        inputs(5, rng.choice([0.003, 0.004, 0.006]), rng.randint(50, 80)),
    ]


SOME = some_of(range(3))
# Of the slopes (x², x, 1), the ways to forget a factor x somewhere.
FORGOTTEN_FACTORS: list[sgd.Features] = [
    lambda x: (x**2, 1.0, 1.0),
    lambda x: (x, x, 1.0),
    lambda x: (x, 1.0, 1.0),
    lambda x: (1.0, x, 1.0),
    lambda x: (1.0, 1.0, 1.0),
]

EXERCISE = Exercise(
    id="09-train-quadratic",
    lesson="09_training_quadratic",
    function="train",
    points=4,
    lesson_inputs={
        "x_data": [1.0, 2.0, 3.0],
        "y_data": [2.0, 4.0, 6.0],
        "w1": 1.0,
        "w2": 2.0,
        "b": 1.0,
        "lr": 0.01,
        "epochs": 100,
    },
    parts={
        "data": ("x_data", "y_data"),
        "start": ("w1", "w2", "b"),
        "lr": ("lr",),
        "epochs": ("epochs",),
    },
    draw_hidden_inputs=draw_hidden_inputs,
    oracle=oracle,
    simulate=simulate,
    mistakes={
        **sgd.COMMON_MISTAKES,
        "no_zero_grad": [{"keeps": frozenset({0, 1, 2})}, {"zeroes": "every epoch"}],
        "zero_some_params": [
            *({"keeps": some} for some in SOME),
            *({"late": some} for some in SOME),
        ],
        "wrong_sign": [{"factor": -1.0}, *({"climbs": some} for some in SOME)],
        "updated_too_early": [{"one_by_one": order} for order in itertools.permutations(range(3))],
        "frozen_param": [{"frozen": some} for some in SOME],
        "swapped_w1_w2": [
            {"features": lambda x: (x, x**2, 1.0)},
            {"slopes": lambda x: (x, x**2, 1.0)},
        ],
        "no_bias": [{"features": lambda x: (x**2, x, 0.0)}],
        "missing_x_factor": [{"slopes": slopes} for slopes in FORGOTTEN_FACTORS],
    },
)
