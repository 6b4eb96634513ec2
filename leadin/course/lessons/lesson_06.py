"""Lesson 06, backward: ŷ = x·wᵈ, a graph that is d multiplications deep, another d each sample.

`w ** d` passes as well. Its graph has one node and no depth, but the number and its slope are the
same, and the curve is what is judged.
"""

import random
from collections.abc import Callable, Sequence
from typing import Any

from leadin.course.exercise import Draw, Exercise, Inputs, signed
from leadin.course.lesson import Lesson
from leadin.training.mistakes import common
from leadin.training.models import Given, OneWeight

# What is given for a sample: x, its depth, and the depths that a wrong loop may take in its place.
X, DEPTH, FIRST_DEPTH, LAST_DEPTH, GREATEST_DEPTH = range(5)


def given(inputs: Inputs) -> list[Given]:
    """All of this, sample by sample."""
    depths = inputs["depths"]
    others = (depths[0], depths[-1], max(depths))
    return [(x, depth, *others) for x, depth in zip(inputs["x_data"], depths, strict=False)]


def power(w: float, exponent: float) -> float:
    """Raise w to a whole power, without an error for a weight that has grown beyond bounds."""
    if abs(w) > 1e30 or (w == 0 and exponent < 0):
        return float("inf")
    return w ** int(exponent)


def with_depth(depth: Callable[[Given], float]) -> dict[str, Any]:
    """The model with a depth of one's choice, and the slope that belongs to it."""
    return {
        "predict": lambda given, w: given[X] * power(w, depth(given)),
        "slope": lambda given, w: depth(given) * given[X] * power(w, depth(given) - 1),
    }


def draw(rng: random.Random, *all_depths: int) -> Inputs:
    """Targets that no single w reaches, and steps so short that no power of w runs away."""
    depths = list(all_depths)
    rng.shuffle(depths)
    x_data = [signed(rng, 0.6, 1.2) for _ in depths]
    goal = rng.uniform(1.15, 1.3)
    y_data = [
        round(x * goal**depth + signed(rng, 0.15, 0.3), 2)
        for x, depth in zip(x_data, depths, strict=True)
    ]
    w = round(rng.uniform(0.45, 0.7), 2)
    return {"x_data": x_data, "y_data": y_data, "depths": depths, "w": w}


def stays_above_rounding(losses: Sequence[float]) -> bool:
    """Whether no loss passes zero on its way, where it would be all rounding."""
    return min(losses) > 1e-3 * max(losses)


EXERCISE = Exercise(
    id="06-dynamic-graph",
    lesson="06_backward",
    points=3,
    model=OneWeight(given=given, **with_depth(lambda given: given[DEPTH])),
    lesson_inputs={
        "x_data": [1.0, 2.0, 1.5],
        "y_data": [1.2, 3.0, 2.4],
        "depths": [1, 2, 3],
        "w": 0.8,
        "lr": 0.01,
        "epochs": 50,
    },
    draw=draw,
    hidden=[
        Draw((1, 2, 2, 3), lr=(0.008, 0.009, 0.012), epochs=(25, 40)),
        Draw((1, 1, 2, 3, 4), lr=(0.004, 0.005, 0.006), epochs=(25, 35)),
    ],
    plain={
        "x_data": [2.0, -1.0, 3.0],
        "y_data": [3.5, -1.0, 2.0],
        "depths": [2, 1, 3],
        "w": 0.5,
        "lr": 0.05,
        "epochs": 3,
    },
    edges={"one depth for all": (2, 2), "a great depth": (1, 6)},
    accepts=stays_above_rounding,
    mistakes={
        # A step times w is here what the power rule gives without its own mistake.
        **common("restarts_each_epoch", "multiplies_weight"),
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

LESSON = Lesson(
    name="06_backward",
    title="Backward",
    question="when is the graph built, and when is it gone?",
    exercises=(EXERCISE,),
    teaches={
        "exercise": "exercise",
        "dynamic graph": "dynamic-graph-intro",
    },
)
