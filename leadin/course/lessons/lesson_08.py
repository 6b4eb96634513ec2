"""Lesson 08, training example 1: ŷ = w·x, one weight, one sample at a time."""

import random

from leadin.course.exercise import Draw, Exercise, Inputs, signed
from leadin.course.lesson import Lesson
from leadin.training.mistakes import common, in_line
from leadin.training.models import Line


def draw(rng: random.Random, n: int) -> Inputs:
    """Data that no line fits exactly, so that the loss stays well above rounding."""
    x_data = [signed(rng, 0.5, 2.0) for _ in range(n)]
    x_data[-2] = x_data[0]  # data may repeat an x, with another y
    slope = signed(rng, 1.0, 3.0)
    y_data = [round(slope * x + signed(rng, 0.3, 1.0), 2) for x in x_data]
    return {"x_data": x_data, "y_data": y_data, "w": signed(rng, 0.2, 0.9)}


MODEL = Line(("w",), features=lambda x: (x,))

EXERCISE = Exercise(
    id="08-train-linear",
    lesson="08_training_linear",
    points=4,
    model=MODEL,
    lesson_inputs={
        "x_data": [1.0, 2.0, 3.0],
        "y_data": [2.0, 4.0, 6.0],
        "w": 1.0,
        "lr": 0.01,
        "epochs": 100,
    },
    draw=draw,
    hidden=[
        Draw((4,), lr=(0.03, 0.035, 0.04), epochs=(20, 40)),
        Draw((5,), lr=(0.008, 0.01, 0.012), epochs=(20, 30)),
    ],
    plain={
        "x_data": [2.0, -1.0, 3.0],
        "y_data": [4.0, -1.0, 2.0],
        "w": 0.5,
        "lr": 0.1,
        "epochs": 3,
    },
    mistakes={
        **common(),
        **in_line(MODEL.names, MODEL.features),
        "missing_x_factor": [{"slopes": lambda _x: (1.0,)}],
    },
)

LESSON = Lesson(
    name="08_training_linear",
    title="Training a linear model",
    question="how do forward, backward and update make a training loop?",
    exercises=(EXERCISE,),
    teaches={
        "weight": "cells-in-order",
        "forward": "brackets-read",
        "backward": "backward-intro",
        "update": "update-intro",
        "clear": "data-idiom-read",
        "loop": "one-epoch-intro",
        "errors": "what-goes-wrong",
        "exercise": "exercise",
    },
)
