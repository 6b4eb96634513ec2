"""What is taught: lessons and their exercises. Neither torch nor Jupyter is imported here."""

from leadin.course.catalogue import EXERCISES, LESSONS, UnknownLessonError, lessons_named
from leadin.course.exercise import Exercise, Inputs
from leadin.course.lesson import Lesson

__all__ = [
    "EXERCISES",
    "LESSONS",
    "Exercise",
    "Inputs",
    "Lesson",
    "UnknownLessonError",
    "lessons_named",
]
