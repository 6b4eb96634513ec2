"""Lesson 09, training example 2: ŷ = w1·x² + w2·x + b, three parameters."""

import itertools
import random

from leadin.course.exercise import Draw, Exercise, Inputs, signed
from leadin.course.lesson import Lesson
from leadin.training.mistakes import common, in_line, some_of
from leadin.training.models import Features, Line

PARAMS = ("w1", "w2", "b")
SOME = some_of(PARAMS)
# Of the slopes (x², x, 1), the ways to forget a factor x somewhere.
FORGOTTEN_FACTORS: list[Features] = [
    lambda x: (x**2, 1.0, 1.0),
    lambda x: (x, x, 1.0),
    lambda x: (x, 1.0, 1.0),
    lambda x: (1.0, x, 1.0),
    lambda x: (1.0, 1.0, 1.0),
]


def draw(rng: random.Random, n: int) -> Inputs:
    """Data that no parabola fits exactly, so that the loss stays well above rounding."""
    # Spread over both signs, or x² and x could hardly be told apart.
    x_data = [round((-1) ** i * rng.uniform(0.5, 1.8), 2) for i in range(n)]
    x_data[-2] = x_data[0]  # data may repeat an x, with another y
    y_data = [round(x**2 - x + signed(rng, 0.5, 2.0), 2) for x in x_data]
    start = {name: signed(rng, 0.2, 0.9) for name in PARAMS}
    return {"x_data": x_data, "y_data": y_data, **start}


MODEL = Line(PARAMS, features=lambda x: (x**2, x, 1.0))

EXERCISE = Exercise(
    id="09-train-quadratic",
    lesson="09_training_quadratic",
    points=4,
    model=MODEL,
    lesson_inputs={
        "x_data": [1.0, 2.0, 3.0],
        "y_data": [2.0, 4.0, 6.0],
        "w1": 1.0,
        "w2": 2.0,
        "b": 1.0,
        "lr": 0.01,
        "epochs": 100,
    },
    draw=draw,
    hidden=[
        Draw((4,), lr=(0.015, 0.018, 0.025), epochs=(20, 40)),
        Draw((5,), lr=(0.006, 0.008, 0.009), epochs=(20, 35)),
    ],
    plain={
        "x_data": [2.0, -1.0, 3.0],
        "y_data": [5.5, -2.0, 1.0],
        "w1": 0.5,
        "w2": -0.5,
        "b": 1.5,
        "lr": 0.005,
        "epochs": 3,
    },
    mistakes={
        **common(),
        **in_line(MODEL.names, MODEL.features),
        "zero_some_params": [
            *({"keeps": some} for some in SOME),
            *({"late": some} for some in SOME),
        ],
        "wrong_sign": [{"factor": -1.0}, *({"climbs": some} for some in SOME)],
        "updated_too_early": [{"one_by_one": order} for order in itertools.permutations(PARAMS)],
        "frozen_param": [{"frozen": some} for some in SOME],
        "swapped_w1_w2": [
            {"features": lambda x: (x, x**2, 1.0)},
            {"slopes": lambda x: (x, x**2, 1.0)},
            {"reads": lambda inputs: {**inputs, "w1": inputs["w2"], "w2": inputs["w1"]}},
        ],
        "no_bias": [{"features": lambda x: (x**2, x, 0.0)}],
        "missing_x_factor": [{"slopes": slopes} for slopes in FORGOTTEN_FACTORS],
    },
)

LESSON = Lesson(
    name="09_training_quadratic",
    title="Training a quadratic model",
    question="why does the printed loss rise while learning goes well?",
    exercises=(EXERCISE,),
    teaches={
        "exercise": "exercise",
        "several parameters": "three-slopes",
        "several gradients": "what-goes-wrong",
        "an epoch's loss": "rising-intro",
    },
)
