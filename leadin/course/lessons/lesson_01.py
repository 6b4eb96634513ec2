"""Lesson 01: ŷ = w·x by hand. The loop is lesson 08's; here it is written without torch."""

from dataclasses import replace

from leadin.course.lesson import Lesson
from leadin.course.lessons import lesson_08
from leadin.training.mistakes import common, in_line

EXERCISE = replace(
    lesson_08.EXERCISE,
    id="01-gradient-by-hand",
    lesson="01_linear_model",
    points=2,
    mistakes={
        # By hand no gradient is stored, to be zeroed too early.
        **common("zero_before_step"),
        "no_zero_grad": [{"zeroes": "never"}],
        **in_line(lesson_08.MODEL.names, lesson_08.MODEL.features),
        "missing_x_factor": lesson_08.EXERCISE.mistakes["missing_x_factor"],
    },
    forbids="torch",
)

LESSON = Lesson(
    name="01_linear_model",
    title="A linear model",
    question="how does a weight learn?",
    exercises=(EXERCISE,),
    teaches={
        "forward": "loss-table-intro",
        "backward": "nudge-intro",
        "update": "one-update-intro",
        "loop": "one-epoch-intro",
        "exercise": "exercise",
    },
)
