"""The exercises: one module a lesson. Neither torch nor Jupyter is imported here."""

from tests.training.before.exercise import Exercise, Inputs
from tests.training.before.lessons import (
    lesson_01,
    lesson_02,
    lesson_03,
    lesson_04,
    lesson_05,
    lesson_06,
    lesson_07,
    lesson_08,
    lesson_09,
    lesson_10,
    lesson_11,
    lesson_12,
)

__all__ = ["EXERCISES", "Exercise", "Inputs"]

#: Every exercise of the course by id, in lesson order.
EXERCISES: dict[str, Exercise] = {
    exercise.id: exercise
    for exercise in (
        lesson_01.EXERCISE,
        lesson_02.EXERCISE,
        lesson_03.EXERCISE,
        lesson_04.EXERCISE,
        lesson_05.EXERCISE,
        lesson_06.EXERCISE,
        lesson_07.EXERCISE,
        lesson_08.EXERCISE,
        lesson_09.EXERCISE,
        lesson_10.EXERCISE,
        lesson_11.EXERCISE,
        *lesson_12.EXERCISES,
    )
}
