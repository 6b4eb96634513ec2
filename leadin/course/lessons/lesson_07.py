"""Lesson 07, zero the gradient: ŷ = w·x, gradients added up over k samples, then one update.

A group is the next k samples, or what is left of the epoch; an update takes the mean of its gradients,
and an epoch's value is the mean of its samples' losses before their group's update.
"""

import random

from leadin.course.exercise import Draw, Exercise, Inputs, signed
from leadin.course.lesson import Lesson
from leadin.training.loop import Loop, of_error
from leadin.training.mistakes import ROOT_OF_LOSS, common, in_line
from leadin.training.models import Line


def draw(rng: random.Random, n: int, k: int) -> Inputs:
    """Data that no line fits exactly, in groups of which the last is not full."""
    x_data = [signed(rng, 0.5, 2.0) for _ in range(n)]
    slope = signed(rng, 1.0, 3.0)
    y_data = [round(slope * x + signed(rng, 0.3, 1.0), 2) for x in x_data]
    return {"x_data": x_data, "y_data": y_data, "w": signed(rng, 0.2, 0.9), "k": k}


MODEL = Line(("w",), features=lambda x: (x,))

EXERCISE = Exercise(
    id="07-accumulate",
    lesson="07_zero_grad",
    points=4,
    model=MODEL,
    loop=Loop(group="k", share="count", log="mean"),
    lesson_inputs={
        "x_data": [1.0, 2.0, 3.0, 1.5, 2.5],
        "y_data": [2.3, 3.7, 6.4, 2.8, 5.1],
        "w": 0.5,
        "lr": 0.01,
        "epochs": 40,
        "k": 2,
    },
    draw=draw,
    hidden=[
        Draw((7, 3), lr=(0.03, 0.035, 0.04), epochs=(20, 35)),
        Draw((6, 4), lr=(0.015, 0.018, 0.025), epochs=(25, 35)),
    ],
    plain={
        "x_data": [2.0, -1.0, 3.0],
        "y_data": [4.0, 1.0, 2.5],
        "w": 0.75,
        "lr": 0.1,
        "epochs": 3,
        "k": 3,
    },
    edges={
        "k divides the samples": (4, 2),
        "k of one": (3, 1),
        "k as many as samples": (3, 3),
        "k more than samples": (2, 5),
    },
    mistakes={
        **common(
            *("wrong_lr", "stale_gradient", "restarts_each_epoch", "first_sample_loss"),
            *("summed_loss", "mean_loss"),
        ),
        **ROOT_OF_LOSS,
        **in_line(MODEL.names, MODEL.features),
        "sum_for_mean": [{"share": "none"}],
        "divides_by_k": [{"share": "k"}],
        "divided_by_n": [
            {"share": "n"},
            {"share": "n", "loss": of_error(lambda r, sizes: r * r / sizes.n)},
        ],
        "ignores_k": [{"group": "sample"}],
        "one_update_per_epoch": [
            {"group": "epoch"},
            {"group": "epoch", "share": "none"},
            {"group": "epoch", "share": "k"},
        ],
        "drops_last_group": [{"rest": "dropped"}],
        "carries_rest_over": [{"rest": "left in the sum"}, {"rest": "carried over"}],
        "zeroes_every_sample": [{"replaces": True}, {"replaces": True, "share": "none"}],
        "missing_x_factor": [{"slopes": lambda _x: (1.0,)}],
        "loss_after_update": [{"log": "mean at end"}],
        "last_loss_for_mean": [{"log": "last"}, {"log": "last group"}],
        "sum_loss_for_mean": [{"log": "sum"}],
        "mean_of_group_means": [{"log": "mean of groups"}],
        "reports_divided_loss": [{"log": "mean of shares"}],
    },
)

LESSON = Lesson(
    name="07_zero_grad",
    title="Zero the gradient",
    question="why does grad pile up, and when is that useful?",
    exercises=(EXERCISE,),
    teaches={
        "clear": "where",
        "loop": "clear-some-read",
        "exercise": "exercise",
        "groups": "clear-some-read",
    },
)
