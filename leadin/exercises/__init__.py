"""The exercises: one module a lesson. Neither torch nor Jupyter is imported here."""

from leadin.exercises import lesson_08, lesson_09
from leadin.exercises.definition import Exercise, Inputs

__all__ = ["EXERCISES", "Exercise", "Inputs"]

#: Every exercise of the course by id, in lesson order.
EXERCISES: dict[str, Exercise] = {
    exercise.id: exercise for exercise in (lesson_08.EXERCISE, lesson_09.EXERCISE)
}
