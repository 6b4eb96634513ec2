"""Every lesson and exercise of the course, found by folder: a module of `lessons` is a lesson."""

from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import TypeAlias

from leadin.course import lessons
from leadin.course.exercise import Exercise
from leadin.course.lesson import Lesson
from leadin.course.small import Small

#: What a student can be asked: for a loop's curve, or for a few numbers.
AnyExercise: TypeAlias = Exercise | Small

#: Every lesson, in order.
LESSONS: tuple[Lesson, ...] = tuple(
    import_module(f"{lessons.__name__}.{module.name}").LESSON
    for module in sorted(iter_modules(lessons.__path__), key=lambda module: module.name)
)

#: Every exercise of the course by id, in lesson order.
EXERCISES: dict[str, AnyExercise] = {
    exercise.id: exercise for lesson in LESSONS for exercise in lesson.exercises
}

#: Those that ask for a loss curve.
LOOPS: dict[str, Exercise] = {
    id_: each for id_, each in EXERCISES.items() if isinstance(each, Exercise)
}
#: Those that ask for a few numbers.
SMALL: dict[str, Small] = {id_: each for id_, each in EXERCISES.items() if isinstance(each, Small)}


class UnknownLessonError(LookupError):
    """There is no lesson of that name; the text says so in one line, and which there are."""


def lessons_named(names: Sequence[str]) -> tuple[Lesson, ...]:
    """Choose lessons.

    Args:
        names: such as `08_training_linear`, `08_training_linear.ipynb`, `08`, or `01-12` for a part
            of the course; none for all.

    Returns:
        The lessons, in the course's order.

    Raises:
        UnknownLessonError: there is no such lesson.
    """
    chosen = [_named(name.removesuffix(".ipynb"), name) for name in names]
    return tuple(each for each in LESSONS if not names or any(each in some for some in chosen))


def _named(stem: str, name: str) -> Sequence[Lesson]:
    """A lesson, or those from one to another."""
    numbers = [each.number for each in LESSONS]
    first, _, last = stem.partition("-")
    if {first, last} <= {*numbers} and first <= last:
        return LESSONS[numbers.index(first) : numbers.index(last) + 1]
    found = [each for each in LESSONS if stem in (each.name, each.number)]
    if not found:
        every = ", ".join(lesson.name for lesson in LESSONS)
        raise UnknownLessonError(f"there is no lesson {name}; there are {every}")
    return found
