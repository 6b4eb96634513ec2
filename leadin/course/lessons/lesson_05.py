"""Lesson 05, what a tensor carries: ŷ = w·x + b, where w learns and b stays as it is given."""

import random

from leadin.course.exercise import Draw, Exercise, Inputs, signed
from leadin.course.lesson import Lesson
from leadin.training.loop import Loop
from leadin.training.mistakes import common, in_line
from leadin.training.models import Line


def draw(rng: random.Random, n: int) -> Inputs:
    """Data that no line through the frozen b fits, so that the loss stays well above rounding."""
    x_data = [signed(rng, 0.5, 2.0) for _ in range(n)]
    slope, offset = signed(rng, 1.0, 3.0), signed(rng, 0.5, 1.5)
    return {
        "x_data": x_data,
        "y_data": [round(slope * x + offset + signed(rng, 0.3, 1.0), 2) for x in x_data],
        "w": signed(rng, 0.2, 0.9),
        # Away from the offset of the data: a b that learned would move.
        "b": round(-offset + signed(rng, 0.1, 0.4), 2),
    }


MODEL = Line(("w", "b"), features=lambda x: (x, 1.0))

EXERCISE = Exercise(
    id="05-one-frozen",
    lesson="05_requires_grad",
    points=3,
    model=MODEL,
    loop=Loop(frozen=frozenset({"b"})),
    lesson_inputs={
        "x_data": [1.0, 2.0, 4.0],
        "y_data": [5.4, 8.1, 12.9],
        "w": 1.0,
        "b": 3.0,
        "lr": 0.01,
        "epochs": 60,
    },
    draw=draw,
    hidden=[
        Draw((4,), lr=(0.03, 0.035, 0.04), epochs=(20, 40)),
        Draw((5,), lr=(0.008, 0.012, 0.015), epochs=(20, 30)),
    ],
    plain={
        "x_data": [2.0, -1.0, 3.0],
        "y_data": [3.5, 1.0, 2.0],
        "w": 0.5,
        "b": -0.5,
        "lr": 0.04,
        "epochs": 3,
    },
    mistakes={
        **common(),
        **in_line(MODEL.names, MODEL.features),
        "no_zero_grad": [
            {"keeps": frozenset({"w"})},
            {"zeroes": "every epoch"},
            {"zeroes": "later steps"},
        ],
        "frozen_param_moves": [
            {"frozen": frozenset()},
            {"frozen": frozenset(), "keeps": frozenset({"b"})},
        ],
        "freezes_the_other": [{"frozen": frozenset({"w"})}],
        "no_bias": [{"features": lambda x: (x, 0.0)}],
        "missing_x_factor": [{"slopes": lambda _x: (1.0, 1.0)}],
    },
)

LESSON = Lesson(
    name="05_requires_grad",
    title="What a tensor carries",
    question="what does a tensor carry?",
    exercises=(EXERCISE,),
    teaches={
        "weight": "leaf-grad-intro",
        "exercise": "exercise",
        "freezing": "lists-and-dtypes-read",
    },
)
