"""Lesson 10, the quadratic model of lesson 09 with a module and an optimizer."""

from dataclasses import replace

from leadin.course.lessons import lesson_09
from leadin.course.lesson import Lesson

EXERCISE = replace(
    lesson_09.EXERCISE,
    id="10-module-and-optimizer",
    lesson="10_modern_pytorch",
    points=3,
)

LESSON = Lesson(
    name="10_modern_pytorch",
    title="Modern PyTorch",
    question="why does nobody write `.data` today?",
    exercises=(EXERCISE,),
    teaches={
        "update": "one-step-intro",
        "loop": "todays-loop-intro",
        "exercise": "exercise",
        ".data": "data-intro",
    },
)
