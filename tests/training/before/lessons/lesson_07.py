"""Lesson 07, zero the gradient: ŷ = w·x, gradients added up over k samples, then one update."""

import random
from dataclasses import replace

from tests.training.before import one_weight
from tests.training.before.exercise import Edit, Exercise, Inputs
from tests.training.before.draw import signed
from tests.training.before.one_weight import Loop
from tests.training.before.sgd import squared


def oracle(
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

    Args:
        x_data: inputs, shape (n,).
        y_data: targets, shape (n,).
        w: initial weight.
        lr: learning rate.
        epochs: rounds through the data.
        k: samples in a group.

    Returns:
        `epochs` mean losses.
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


LOOP = Loop(
    predict=lambda given, w: w * given[0],
    slope=lambda given, _w: given[0],
    group=lambda sizes: sizes.k,
    share=lambda count, _sizes: count,
    log="mean",
)


def simulate(inputs: Inputs, edit: Edit) -> list[float]:
    """The curve of a loop with a mistake in it; the oracle's where `edit` is empty."""
    names = ("w", "y_data", "lr", "epochs", "k")
    w, y_data, lr, epochs, k = (inputs[name] for name in names)
    given = [(x,) for x in inputs["x_data"]]
    return one_weight.run(replace(LOOP, **edit), w, given, y_data, lr, epochs, k)


def draw_hidden_inputs(rng: random.Random) -> list[Inputs]:
    """Data that no line fits exactly, in groups of which the last is not full."""

    def inputs(n: int, k: int, lr: float, epochs: int) -> Inputs:
        x_data = [signed(rng, 0.5, 2.0) for _ in range(n)]
        slope = signed(rng, 1.0, 3.0)
        y_data = [round(slope * x + signed(rng, 0.3, 1.0), 2) for x in x_data]
        return {
            "x_data": x_data,
            "y_data": y_data,
            "w": signed(rng, 0.2, 0.9),
            "lr": lr,
            "epochs": epochs,
            "k": k,
        }

    return [
        inputs(7, 3, rng.choice([0.03, 0.035, 0.04]), rng.randint(20, 35)),
        inputs(6, 4, rng.choice([0.015, 0.018, 0.025]), rng.randint(45, 60)),
    ]


EXERCISE = Exercise(
    id="07-accumulate",
    lesson="07_zero_grad",
    function="train",
    points=4,
    lesson_inputs={
        "x_data": [1.0, 2.0, 3.0, 1.5, 2.5],
        "y_data": [2.3, 3.7, 6.4, 2.8, 5.1],
        "w": 0.5,
        "lr": 0.01,
        "epochs": 40,
        "k": 2,
    },
    parts={
        "data": ("x_data", "y_data", "k"),
        "start": ("w",),
        "lr": ("lr",),
        "epochs": ("epochs",),
    },
    draw_hidden_inputs=draw_hidden_inputs,
    oracle=oracle,
    simulate=simulate,
    mistakes={
        **one_weight.COMMON_MISTAKES,
        "sum_for_mean": [{"share": lambda _count, _sizes: 1}],
        "divides_by_k": [{"share": lambda _count, sizes: sizes.k}],
        "divided_by_n": [
            {"share": lambda _count, sizes: sizes.n},
            {
                "share": lambda _count, sizes: sizes.n,
                "loss": lambda residual, n: squared(residual, n) / n,
            },
        ],
        "ignores_k": [{"group": lambda _sizes: 1}],
        "one_update_per_epoch": [
            {"group": lambda sizes: sizes.n},
            {"group": lambda sizes: sizes.n, "share": lambda _count, _sizes: 1},
            {"group": lambda sizes: sizes.n, "share": lambda _count, sizes: sizes.k},
        ],
        "drops_last_group": [{"rest": "dropped"}],
        "carries_rest_over": [{"rest": "left in the sum"}, {"rest": "carried over"}],
        "zeroes_every_sample": [
            {"replaces": True},
            {"replaces": True, "share": lambda _count, _sizes: 1},
        ],
        "missing_x_factor": [{"slope": lambda _given, _w: 1.0}],
        "loss_after_update": [{"log": "mean at end"}],
        "last_loss_for_mean": [{"log": "last"}, {"log": "last group"}],
        "sum_loss_for_mean": [{"log": "sum"}],
        "mean_of_group_means": [{"log": "mean of groups"}],
        "reports_divided_loss": [{"log": "mean of shares"}],
    },
)
