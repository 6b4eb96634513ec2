"""What is taught: lessons and their exercises. Neither torch nor Jupyter is imported here."""

from leadin.course.catalogue import (
    EXERCISES,
    LESSONS,
    LOOPS,
    SMALL,
    AnyExercise,
    UnknownLessonError,
    lessons_named,
)
from leadin.course.exercise import Exercise, Inputs
from leadin.course.lesson import Lesson
from leadin.course.small import Small

__all__ = [
    "EXERCISES",
    "LESSONS",
    "LOOPS",
    "SMALL",
    "AnyExercise",
    "Exercise",
    "Inputs",
    "Lesson",
    "Small",
    "UnknownLessonError",
    "lessons_named",
]
