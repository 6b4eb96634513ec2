"""Lesson 04: below the floor of every line, with tanh between two layers.

ŷ = Σⱼ w2ⱼ·tanh(w1ⱼ·x + b1ⱼ) + b2, one input and one output. An epoch's value is the mean loss of all
samples, with the weights at its end.
"""

import random
from math import tanh

from leadin.course.exercise import Draw, Exercise, Inputs, signed
from leadin.course.lesson import Lesson
from leadin.course.lessons.lesson_03 import mistakes_in, vector
from leadin.training.loop import Loop
from leadin.training.models import IDENTITY, TANH, TwoLayers

MODEL = TwoLayers(("w1", "b1", "w2", "b2"), single=True, hidden=TANH)


def draw(rng: random.Random, n: int, h: int) -> Inputs:
    """Bent data that so few hidden numbers can't follow exactly in so few epochs."""
    x_data = [round(-1.8 + 3.6 * i / (n - 1) + signed(rng, 0.02, 0.2), 2) for i in range(n)]
    rng.shuffle(x_data)
    return {
        "x_data": x_data,
        "y_data": [round(x**2 / 2 + signed(rng, 0.2, 0.6), 2) for x in x_data],
        "w1": vector(rng, h, 0.3, 1.2),
        "b1": vector(rng, h, 0.1, 0.8),
        "w2": vector(rng, h, 0.3, 1.0),
        "b2": signed(rng, 0.1, 0.6),
    }


EXERCISE = Exercise(
    id="04-below-the-floor",
    lesson="04_why_nonlinearity",
    points=3,
    model=MODEL,
    loop=Loop(log="mean at end"),
    lesson_inputs={
        "x_data": [-2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0],
        "y_data": [2.0, 1.5, 1.0, 0.5, 0.0, 0.5, 1.0, 1.5, 2.0],
        "w1": [1.0, -1.0, 0.5],
        "b1": [-0.5, -0.5, 0.5],
        "w2": [0.5, 0.5, 0.5],
        "b2": 0.0,
        "lr": 0.02,
        "epochs": 200,
    },
    draw=draw,
    hidden=[
        Draw((4, 2), lr=(0.025, 0.03, 0.035), epochs=(30, 45)),
        Draw((6, 4), lr=(0.012, 0.015, 0.018), epochs=(20, 30)),
    ],
    plain={
        "x_data": [2.0, -1.0, 3.0],
        "y_data": [2.0, -1.0, 1.0],
        "w1": [0.5, -1.0],
        "b1": [0.5, -0.5],
        "w2": [1.0, 0.5],
        "b2": 0.25,
        "lr": 0.1,
        "epochs": 3,
    },
    edges={"a single hidden number": (3, 1), "as many hidden numbers as samples": (3, 3)},
    mistakes={
        # With all parameters at zero the prediction is zero, as if it were forgotten; and a curve
        # of means that only falls is the same sorted and reversed.
        **{
            mistake: edits
            for mistake, edits in mistakes_in(MODEL).items()
            if mistake not in ("zeroes_weight", "sorted_losses")
        },
        "no_nonlinearity": [{"hidden": IDENTITY}],
        "nonlinearity_on_output": [
            {"output": TANH},
            {"hidden": IDENTITY, "output": TANH},
        ],
        "missing_activation_slope": [{"hidden_slope": lambda _z, _a: 1.0}],
        "surplus_activation_slope": [{"bends_w2": True}],
        "slope_at_wrong_place": [
            {"hidden_slope": lambda z, _a: 1.0 - z * z},
            {"hidden_slope": lambda _z, a: 1.0 - tanh(a) ** 2},
        ],
        "last_sample_loss": [{"log": "last"}, {"log": "last after"}],
        "running_mean": [{"log": "mean"}],
        "sum_not_mean": [{"log": "sum at end"}, {"log": "sum"}],
        "mean_before_epoch": [{"logs_start": True, "surplus_epochs": -1}],
    },
    # tanh is flat far out: once a run climbs there, float32 rounds other numbers to 1 than float64.
    chaotic=frozenset({"abs_loss", "no_zero_grad", "wrong_sign", "slope_at_wrong_place"}),
    forbids="autograd",
)

LESSON = Lesson(
    name="04_why_nonlinearity",
    title="Why nonlinearity",
    question="why put a function σ between the layers?",
    exercises=(EXERCISE,),
    teaches={
        "backward": "slope-of-sigma",
        "exercise": "exercise",
        "nonlinearity": "plot-three-functions-intro",
    },
)
