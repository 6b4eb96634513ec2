"""Lesson 05, what a tensor carries: ŷ = w·x + b, where w learns and b stays as it is given."""

import random

from tests.training.before import sgd
from tests.training.before.exercise import Edit, Exercise, Inputs
from tests.training.before.draw import signed


def oracle(
    x_data: list[float], y_data: list[float], w: float, b: float, lr: float, epochs: int
) -> list[float]:
    """The right curve: the loss of each epoch's last sample before that sample's update.

    loss = (w·x + b − y)², ∂loss/∂w = 2·x·(w·x + b − y), w ← w − lr·∂loss/∂w; b never changes.

    Args:
        x_data: inputs, shape (n,).
        y_data: targets, shape (n,).
        w: initial weight.
        b: bias, frozen.
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
            w = w - lr * 2 * x * residual
        losses.append(loss)
    return losses


W, B = 0, 1  # the parameters, by their place in the features
LOOP = sgd.Loop(features=lambda x: (x, 1.0), frozen=frozenset({B}))


def simulate(inputs: Inputs, edit: Edit) -> list[float]:
    """The curve of a loop with a mistake in it; the oracle's where `edit` is empty."""
    return sgd.simulate(LOOP, ("w", "b"), inputs, edit)


def draw_hidden_inputs(rng: random.Random) -> list[Inputs]:
    """Data that no line through the frozen b fits, so that the loss stays well above rounding."""

    def inputs(n: int, lr: float, epochs: int) -> Inputs:
        x_data = [signed(rng, 0.5, 2.0) for _ in range(n)]
        slope, offset = signed(rng, 1.0, 3.0), signed(rng, 0.5, 1.5)
        y_data = [round(slope * x + offset + signed(rng, 0.3, 1.0), 2) for x in x_data]
        # Away from the offset of the data: a b that learned would move.
        return {
            "x_data": x_data,
            "y_data": y_data,
            "w": signed(rng, 0.2, 0.9),
            "b": round(-offset + signed(rng, 0.1, 0.4), 2),
            "lr": lr,
            "epochs": epochs,
        }

    return [
        inputs(4, rng.choice([0.03, 0.035, 0.04]), rng.randint(20, 40)),
        inputs(5, rng.choice([0.003, 0.004, 0.006]), rng.randint(50, 80)),
    ]


EXERCISE = Exercise(
    id="05-one-frozen",
    lesson="05_requires_grad",
    function="train",
    points=3,
    lesson_inputs={
        "x_data": [1.0, 2.0, 4.0],
        "y_data": [5.4, 8.1, 12.9],
        "w": 1.0,
        "b": 3.0,
        "lr": 0.01,
        "epochs": 60,
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
        **sgd.COMMON_MISTAKES,
        "no_zero_grad": [{"keeps": frozenset({W})}, {"zeroes": "every epoch"}],
        "frozen_param_moves": [
            {"frozen": frozenset()},
            {"frozen": frozenset(), "keeps": frozenset({B})},
        ],
        "freezes_the_other": [{"frozen": frozenset({W})}],
        "no_bias": [{"features": lambda x: (x, 0.0)}],
        "missing_x_factor": [{"slopes": lambda _x: (1.0, 1.0)}],
    },
)
