"""Lesson 02: ŷ = w·x + b, trained with local gradients and the chain rule, without autograd."""

import random

from tests.training.before import sgd
from tests.training.before.exercise import Edit, Exercise, Inputs, some_of
from tests.training.before.draw import signed


def oracle(
    x_data: list[float], y_data: list[float], w: float, b: float, lr: float, epochs: int
) -> list[float]:
    """The right curve: the loss of each epoch's last sample before that sample's update.

    loss = (w·x + b − y)²; with r = ŷ − y the gradients are 2·r·x and 2·r.

    Args:
        x_data: inputs, shape (n,).
        y_data: targets, shape (n,).
        w: initial weight.
        b: initial bias.
        lr: learning rate.
        epochs: rounds through the data.

    Returns:
        `epochs` losses.
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


LOOP = sgd.Loop(features=lambda x: (x, 1.0))


def simulate(inputs: Inputs, edit: Edit) -> list[float]:
    """The curve of a loop with a mistake in it; the oracle's where `edit` is empty."""
    return sgd.simulate(LOOP, ("w", "b"), inputs, edit)


def draw_hidden_inputs(rng: random.Random) -> list[Inputs]:
    """Data that no line fits exactly, so that the loss stays well above rounding."""

    def inputs(n: int, lr: float, epochs: int) -> Inputs:
        # Spread over both signs, or x and 1 could hardly be told apart.
        x_data = [round((-1) ** i * rng.uniform(0.5, 1.8), 2) for i in range(n)]
        slope, offset = signed(rng, 1.0, 3.0), signed(rng, 0.5, 2.0)
        y_data = [round(slope * x + offset + signed(rng, 0.5, 1.5), 2) for x in x_data]
        return {
            "x_data": x_data,
            "y_data": y_data,
            "w": signed(rng, 0.2, 0.9),
            "b": signed(rng, 0.2, 0.9),
            "lr": lr,
            "epochs": epochs,
        }

    return [
        inputs(4, rng.choice([0.025, 0.035, 0.04]), rng.randint(20, 40)),
        inputs(5, rng.choice([0.004, 0.006, 0.008]), rng.randint(50, 80)),
    ]


EXERCISE = Exercise(
    id="02-local-gradients",
    lesson="02_computational_graph",
    function="train",
    points=3,
    lesson_inputs={
        "x_data": [1.0, 2.0, 3.0],
        "y_data": [2.0, 5.0, 8.0],
        "w": 1.0,
        "b": 2.0,
        "lr": 0.03,
        "epochs": 100,
    },
    parts={
        "data": ("x_data", "y_data"),
        "start": ("w", "b"),
        "lr": ("lr",),
        "epochs": ("epochs",),
    },
    draw_hidden_inputs=draw_hidden_inputs,
    oracle=oracle,
    simulate=simulate,
    mistakes={
        **sgd.MISTAKES_BY_HAND,
        "wrong_sign": [{"factor": -1.0}, *({"climbs": some} for some in some_of(range(2)))],
        "no_zero_grad": [{"keeps": frozenset({0, 1})}, {"zeroes": "every epoch"}],
        "updated_too_early": [{"one_by_one": (0, 1)}, {"one_by_one": (1, 0)}],
        "frozen_param": [{"frozen": some} for some in some_of(range(2))],
        "no_bias": [{"features": lambda x: (x, 0.0)}],
        "missing_x_factor": [{"slopes": lambda _x: (1.0, 1.0)}],
        "surplus_x_factor": [{"slopes": lambda x: (x, x)}],
        "swapped_slopes": [{"slopes": lambda x: (1.0, x)}],
    },
    forbids="autograd",
)
