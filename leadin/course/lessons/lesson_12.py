"""Lesson 12, the clinic: six broken loops of lessons 08 and 09, to be mended."""

from dataclasses import replace

from leadin.course.lessons import lesson_08, lesson_09
from leadin.course.exercise import Exercise
from leadin.course.lesson import Lesson
from leadin.training.loop import of_error


def mend(number: int, original: Exercise) -> Exercise:
    """The exercise of mending the broken loop with this number: its curve is the original's."""
    return replace(
        original,
        id=f"12-mend-{number}",
        lesson="12_debugging_clinic",
        function=f"mend_{number}",
        points=1,
    )


LAST = mend(6, lesson_09.EXERCISE)

EXERCISES: list[Exercise] = [
    mend(1, lesson_08.EXERCISE),
    mend(2, lesson_08.EXERCISE),
    mend(3, lesson_09.EXERCISE),
    mend(4, lesson_09.EXERCISE),
    mend(5, lesson_08.EXERCISE),
    replace(
        LAST,
        mistakes={
            **{name: LAST.mistakes[name] for name in LAST.mistakes if name != "absolute_slope"},
            # The error is made positive between forward and backward, where the slope needs it.
            "edited_before_backward": [{"loss_slope": of_error(lambda r, _sizes: 2 * abs(r))}],
        },
    ),
]

LESSON = Lesson(
    name="12_debugging_clinic",
    title="The debugging clinic",
    question="what went wrong here?",
    exercises=tuple(EXERCISES),
    teaches={
        "exercise": "six-loops",
    },
)
