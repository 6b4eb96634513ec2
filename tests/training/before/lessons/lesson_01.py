"""Lesson 01: ŷ = w·x by hand. The loop is lesson 08's; here it is written without torch."""

from dataclasses import replace

from tests.training.before import sgd
from tests.training.before.lessons import lesson_08

EXERCISE = replace(
    lesson_08.EXERCISE,
    id="01-gradient-by-hand",
    lesson="01_linear_model",
    points=2,
    mistakes={
        **sgd.MISTAKES_BY_HAND,
        "no_zero_grad": [{"keeps": frozenset({0})}],
        "missing_x_factor": lesson_08.EXERCISE.mistakes["missing_x_factor"],
    },
    forbids="torch",
)
