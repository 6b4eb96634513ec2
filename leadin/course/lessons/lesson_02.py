"""Lesson 02: ŷ = w·x + b, trained with local gradients and the chain rule, without autograd."""

import random

from leadin.course.exercise import Draw, Exercise, Inputs, signed
from leadin.course.lesson import Lesson
from leadin.training.mistakes import common, in_line, some_of
from leadin.training.models import Line

PARAMS = ("w", "b")


def draw(rng: random.Random, n: int) -> Inputs:
    """Data that no line fits exactly, so that the loss stays well above rounding."""
    # Spread over both signs, or x and 1 could hardly be told apart.
    x_data = [round((-1) ** i * rng.uniform(0.5, 1.8), 2) for i in range(n)]
    slope, offset = signed(rng, 1.0, 3.0), signed(rng, 0.5, 2.0)
    y_data = [round(slope * x + offset + signed(rng, 0.5, 1.5), 2) for x in x_data]
    start = {name: signed(rng, 0.2, 0.9) for name in PARAMS}
    return {"x_data": x_data, "y_data": y_data, **start}


MODEL = Line(PARAMS, features=lambda x: (x, 1.0))

EXERCISE = Exercise(
    id="02-local-gradients",
    lesson="02_computational_graph",
    points=3,
    model=MODEL,
    lesson_inputs={
        "x_data": [1.0, 2.0, 3.0],
        "y_data": [2.0, 5.0, 8.0],
        "w": 1.0,
        "b": 2.0,
        "lr": 0.03,
        "epochs": 100,
    },
    draw=draw,
    hidden=[
        Draw((4,), lr=(0.025, 0.035, 0.04), epochs=(20, 40)),
        Draw((5,), lr=(0.008, 0.01, 0.012), epochs=(20, 30)),
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
        **common("zero_before_step"),
        **in_line(MODEL.names, MODEL.features),
        "wrong_sign": [{"factor": -1.0}, *({"climbs": some} for some in some_of(PARAMS))],
        "updated_too_early": [{"one_by_one": ("w", "b")}, {"one_by_one": ("b", "w")}],
        "frozen_param": [{"frozen": some} for some in some_of(PARAMS)],
        "no_bias": [{"features": lambda x: (x, 0.0)}],
        "missing_x_factor": [{"slopes": lambda _x: (1.0, 1.0)}],
        "surplus_x_factor": [{"slopes": lambda x: (x, x)}],
        "swapped_slopes": [{"slopes": lambda x: (1.0, x)}],
    },
    forbids="autograd",
)

LESSON = Lesson(
    name="02_computational_graph",
    title="The computational graph",
    question="how does a slope travel through a graph?",
    exercises=(EXERCISE,),
    teaches={
        "forward": "graph-code-intro",
        "backward": "backward-intro",
        "update": "learning-intro",
        "exercise": "exercise",
        "two weights": "two-weights",
    },
)
