"""Lesson 06, backward: ŷ = x·wᵈ, a graph that is d multiplications deep, another d each sample."""

import random
from collections.abc import Callable
from dataclasses import replace

from tests.training.before import one_weight
from tests.training.before.exercise import Edit, Exercise, Inputs
from tests.training.before.draw import signed
from tests.training.before.one_weight import Given, Loop


def oracle(
    x_data: list[float],
    y_data: list[float],
    depths: list[int],
    w: float,
    lr: float,
    epochs: int,
) -> list[float]:
    """The right curve: the loss of each epoch's last sample before that sample's update.

    loss = (x·wᵈ − y)², ∂loss/∂w = 2·(x·wᵈ − y)·d·x·wᵈ⁻¹, w ← w − lr·∂loss/∂w.

    Args:
        x_data: inputs, shape (n,).
        y_data: targets, shape (n,).
        depths: how often each sample's input is multiplied by w, at least once, shape (n,).
        w: initial weight.
        lr: learning rate.
        epochs: rounds through the data.

    Returns:
        `epochs` losses.
    """
    losses = []
    for _ in range(epochs):
        for x, y, depth in zip(x_data, y_data, depths, strict=True):
            residual = x * w**depth - y
            loss = residual**2
            w = w - lr * 2 * residual * depth * x * w ** (depth - 1)
        losses.append(loss)
    return losses


# What is given for a sample: x, its depth, and the depths that a wrong loop may take in its place.
X, DEPTH, FIRST_DEPTH, LAST_DEPTH, GREATEST_DEPTH = range(5)


def power(w: float, exponent: float) -> float:
    """Raise w to a whole power, without an error for a weight that has grown beyond bounds."""
    return w ** int(exponent) if abs(w) < 1e30 else float("inf")


def with_depth(depth: Callable[[Given], float]) -> Edit:
    """The model with a depth of one's choice, and the slope that belongs to it."""
    return {
        "predict": lambda given, w: given[X] * power(w, depth(given)),
        "slope": lambda given, w: depth(given) * given[X] * power(w, depth(given) - 1),
    }


LOOP = Loop(**with_depth(lambda given: given[DEPTH]))


def simulate(inputs: Inputs, edit: Edit) -> list[float]:
    """The curve of a loop with a mistake in it; the oracle's where `edit` is empty."""
    depths = inputs["depths"]
    others = (depths[0], depths[-1], max(depths))
    given = [(x, depth, *others) for x, depth in zip(inputs["x_data"], depths, strict=False)]
    w, y_data, lr, epochs = (inputs[name] for name in ("w", "y_data", "lr", "epochs"))
    return one_weight.run(replace(LOOP, **edit), w, given, y_data, lr, epochs)


def draw_hidden_inputs(rng: random.Random) -> list[Inputs]:
    """Targets that no single w reaches, and steps so short that no power of w runs away."""

    def candidate(depths: list[int], lr: float, epochs: int) -> Inputs:
        rng.shuffle(depths)
        x_data = [signed(rng, 0.6, 1.2) for _ in depths]
        goal = rng.uniform(1.15, 1.3)
        y_data = [
            round(x * goal**depth + signed(rng, 0.15, 0.3), 2)
            for x, depth in zip(x_data, depths, strict=True)
        ]
        return {
            "x_data": x_data,
            "y_data": y_data,
            "depths": depths,
            "w": round(rng.uniform(0.45, 0.7), 2),
            "lr": lr,
            "epochs": epochs,
        }

    def inputs(depths: list[int], rates: list[float], epochs: range) -> Inputs:
        # A loss that passes zero on its way is all rounding there: draw again.
        while True:
            drawn = candidate(list(depths), rng.choice(rates), rng.choice(epochs))
            losses = oracle(**drawn)
            if min(losses) > 1e-3 * max(losses):
                return drawn

    return [
        inputs([1, 2, 2, 3], [0.008, 0.009, 0.012], range(25, 41)),
        inputs([1, 1, 2, 3, 4], [0.003, 0.0035, 0.004], range(40, 61)),
    ]


EXERCISE = Exercise(
    id="06-dynamic-graph",
    lesson="06_backward",
    function="train",
    points=3,
    lesson_inputs={
        "x_data": [1.0, 2.0, 1.5],
        "y_data": [1.2, 3.0, 2.4],
        "depths": [1, 2, 3],
        "w": 0.8,
        "lr": 0.01,
        "epochs": 50,
    },
    parts={
        "data": ("x_data", "y_data", "depths"),
        "start": ("w",),
        "lr": ("lr",),
        "epochs": ("epochs",),
    },
    draw_hidden_inputs=draw_hidden_inputs,
    oracle=oracle,
    simulate=simulate,
    mistakes={
        **one_weight.COMMON_MISTAKES,
        **one_weight.PER_SAMPLE_MISTAKES,
        "ignores_depth": [
            with_depth(lambda _given: 1),
            with_depth(lambda given: given[FIRST_DEPTH]),
            with_depth(lambda given: given[LAST_DEPTH]),
            with_depth(lambda given: given[GREATEST_DEPTH]),
        ],
        "depth_off_by_one": [
            with_depth(lambda given: given[DEPTH] + 1),
            with_depth(lambda given: given[DEPTH] - 1),
        ],
        "times_for_power": [
            {
                "predict": lambda given, w: given[X] * w * given[DEPTH],
                "slope": lambda given, _w: given[X] * given[DEPTH],
            }
        ],
        "one_use_counted": [{"slope": lambda given, w: given[X] * power(w, given[DEPTH] - 1)}],
        "fixed_graph_slope": [{"slope": lambda given, _w: given[X]}],
        "power_rule": [
            {"slope": lambda given, w: given[DEPTH] * given[X] * power(w, given[DEPTH])}
        ],
        "missing_x_factor": [{"slope": lambda given, w: given[DEPTH] * power(w, given[DEPTH] - 1)}],
    },
    # Unzeroed, w swings ever wider, and its powers blow up what float32 rounds.
    chaotic=frozenset({"abs_loss", "no_zero_grad"}),
)
