"""Lesson 11, the quadratic model of lesson 09 trained with a scalar autograd of one's own.

The lesson writes the loss as ŷ·(ŷ − 2y) + y², which is (ŷ − y)². It uses ŷ in two places, at
different depths of the graph, so that an engine which loses a path or takes nodes in the wrong
order shows it in the curve: the slope that arrives at ŷ is then not 2·(ŷ − y).
"""

from dataclasses import replace
from typing import TypeAlias

from leadin.course.lesson import Lesson
from leadin.course.lessons import lesson_09
from leadin.training.mistakes import common, in_line
from leadin.training.models import Engine

Three: TypeAlias = tuple[float, float, float]


def alike(slope: float) -> Three:
    """The same slope for the terms of w1, w2 and b."""
    return slope, slope, slope


def pushed_twice(first: float, second: float) -> Three:
    """What arrives when ŷ passes on twice, and every number behind it passes on all it has so far.

    The graph is ŷ = (w1·x² + w2·x) + b: the terms of w1 and w2 lie one sum further back than b,
    and there `first` is passed on once more.

    Args:
        first: slope at ŷ when it is reached for the first time.
        second: slope at ŷ when it is reached again.
    """
    return 3 * first + second, 3 * first + second, first + second


MODEL = Engine(lesson_09.PARAMS, features=lambda x: (x**2, x, 1.0))

EXERCISE = replace(
    lesson_09.EXERCISE,
    id="11-own-backward",
    lesson="11_build_autograd",
    points=5,
    forbids="torch",
    model=MODEL,
    mistakes={
        # A slope that lost the error is here one that lost what came from above.
        **common("error_forgotten", "missing_factor_2"),
        **in_line(MODEL.names, MODEL.features),
        # ŷ·(ŷ − 2y): one path brings ŷ − 2y to ŷ directly, the other brings ŷ through ŷ − 2y.
        "overwrites_gradient": [{"arrives": lambda y_pred, _y: alike(y_pred)}],
        "multiplies_paths": [{"arrives": lambda y_pred, y: alike(y_pred * (y_pred - 2 * y))}],
        "wrong_order": [{"arrives": lambda y_pred, y: alike(y_pred - 2 * y)}],
        "pushes_again": [
            {"arrives": lambda y_pred, y: pushed_twice(y_pred - 2 * y, 2 * (y_pred - y))},
            {"arrives": lambda y_pred, y: pushed_twice(y_pred, 2 * (y_pred - y))},
            {"arrives": lambda y_pred, y: pushed_twice(2 * (y_pred - y), 2 * (y_pred - y))},
        ],
        "missing_local_gradient": [
            {"arrives": lambda _y_pred, _y: alike(2.0), "slopes": lambda _x: alike(1.0)}
        ],
        "missing_upstream": [{"arrives": lambda _y_pred, _y: alike(1.0)}],
        "zero_some_params": [{"keeps": some} for some in lesson_09.SOME],
        "frozen_param": lesson_09.EXERCISE.mistakes["frozen_param"],
        "swapped_w1_w2": [
            {"features": lambda x: (x, x**2, 1.0), "slopes": lambda x: (x, x**2, 1.0)}
        ],
        "no_bias": [{"features": lambda x: (x**2, x, 0.0), "slopes": lambda x: (x**2, x, 0.0)}],
    },
)

LESSON = Lesson(
    name="11_build_autograd",
    title="Build your own autograd",
    question="could you build this yourself?",
    exercises=(EXERCISE,),
    teaches={
        "exercise": "exercise",
        "node": "number-that-remembers",
        "paths": "first-value-read",
        "order of nodes": "in-order-intro",
    },
)
