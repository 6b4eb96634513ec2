"""Lesson 08, training example 1: ŷ = w·x, one weight, one sample at a time."""

import random

from tests.training.before import sgd
from tests.training.before.exercise import Edit, Exercise, Inputs
from tests.training.before.draw import signed


def oracle(
    x_data: list[float], y_data: list[float], w: float, lr: float, epochs: int
) -> list[float]:
    """The right curve: the loss of each epoch's last sample before that sample's update.

    loss = (w·x − y)², ∂loss/∂w = 2·x·(w·x − y), w ← w − lr·∂loss/∂w.

    Args:
        x_data: inputs, shape (n,).
        y_data: targets, shape (n,).
        w: initial weight.
        lr: learning rate.
        epochs: rounds through the data.

    Returns:
        `epochs` losses.
    """
    losses = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data, strict=True):
            residual = w * x - y
            loss = residual**2
            w = w - lr * 2 * x * residual
        losses.append(loss)
    return losses


LOOP = sgd.Loop(features=lambda x: (x,))


def simulate(inputs: Inputs, edit: Edit) -> list[float]:
    """The curve of a loop with a mistake in it; the oracle's where `edit` is empty."""
    return sgd.simulate(LOOP, ("w",), inputs, edit)


def draw_hidden_inputs(rng: random.Random) -> list[Inputs]:
    """Data that no line fits exactly, so that the loss stays well above rounding."""

    def inputs(n: int, lr: float, epochs: int) -> Inputs:
        x_data = [signed(rng, 0.5, 2.0) for _ in range(n)]
        x_data[-2] = x_data[0]  # data may repeat an x, with another y
        slope = signed(rng, 1.0, 3.0)
        y_data = [round(slope * x + signed(rng, 0.3, 1.0), 2) for x in x_data]
        return {
            "x_data": x_data,
            "y_data": y_data,
            "w": signed(rng, 0.2, 0.9),
            "lr": lr,
            "epochs": epochs,
        }

    return [
        inputs(4, rng.choice([0.03, 0.035, 0.04]), rng.randint(20, 40)),
        inputs(5, rng.choice([0.003, 0.004, 0.006]), rng.randint(50, 80)),
    ]


EXERCISE = Exercise(
    id="08-train-linear",
    lesson="08_training_linear",
    function="train",
    points=4,
    lesson_inputs={
        "x_data": [1.0, 2.0, 3.0],
        "y_data": [2.0, 4.0, 6.0],
        "w": 1.0,
        "lr": 0.01,
        "epochs": 100,
    },
    parts={
        "data": ("x_data", "y_data"),
        "start": ("w",),
        "lr": ("lr",),
        "epochs": ("epochs",),
    },
    draw_hidden_inputs=draw_hidden_inputs,
    oracle=oracle,
    simulate=simulate,
    mistakes={
        **sgd.COMMON_MISTAKES,
        "no_zero_grad": [{"keeps": frozenset({0})}, {"zeroes": "every epoch"}],
        "missing_x_factor": [{"slopes": lambda _x: (1.0,)}],
    },
)
