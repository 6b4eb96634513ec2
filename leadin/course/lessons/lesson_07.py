"""Lesson 07, zero the gradient: ŷ = w·x, gradients added up over k samples, then one update.

A group is the next k samples, or what is left of the epoch; an update takes the mean of its
gradients, and an epoch's value is the mean of its samples' losses before their group's update.
"""

import math
import random
from itertools import accumulate

from leadin.course.exercise import Draw, Exercise, Inputs, signed
from leadin.course.lesson import Lesson
from leadin.course.small import Small
from leadin.training.loop import Loop, of_error
from leadin.training.mistakes import ROOT_OF_LOSS, common, in_line
from leadin.training.models import Line


def draw(rng: random.Random, n: int, k: int) -> Inputs:
    """Data that no line fits exactly, in groups of which the last is not full."""
    x_data = [signed(rng, 0.5, 2.0) for _ in range(n)]
    slope = signed(rng, 1.0, 3.0)
    y_data = [round(slope * x + signed(rng, 0.3, 1.0), 2) for x in x_data]
    return {"x_data": x_data, "y_data": y_data, "w": signed(rng, 0.2, 0.9), "k": k}


def gradient(x: float, y: float, w: float) -> float:
    """Of a sample's squared error, for w."""
    return 2 * x * (w * x - y)


def gradients(x_data: list[float], y_data: list[float], w: float) -> list[float]:
    """Of each sample by itself, at the same w."""
    return [gradient(x, y, w) for x, y in zip(x_data, y_data, strict=True)]


def losses(x_data: list[float], y_data: list[float], w: float) -> list[float]:
    """Of each sample by itself, at the same w."""
    return [(w * x - y) ** 2 for x, y in zip(x_data, y_data, strict=True)]


def draw_samples(rng: random.Random, n: int) -> Inputs:
    """Samples whose gradients have one sign, so that no sum of them comes near zero."""
    w, sign = signed(rng, 0.5, 2.5), rng.choice((-1, 1))
    x_data = [signed(rng, 0.5, 3.0) for _ in range(n)]
    y_data = [round(w * x + math.copysign(rng.uniform(0.5, 4.0), sign * x), 2) for x in x_data]
    return {"x_data": x_data, "y_data": y_data, "w": w}


IN_GRAD = Small(
    id="07-in-grad",
    lesson="07_zero_grad",
    function="in_grad",
    minutes=3,
    level=1,
    section="it-adds",
    right=lambda x_data, y_data, w: [*accumulate(gradients(x_data, y_data, w))],
    lesson_inputs={"x_data": [1.0, 2.0, 3.0], "y_data": [2.0, 4.0, 6.0], "w": 1.0},
    draw=lambda rng: draw_samples(rng, rng.randint(3, 5)),
    wrong={
        "own_gradients": gradients,
        "same_tensor_kept": lambda x_data, y_data, w: (
            [sum(gradients(x_data, y_data, w))] * len(x_data)
        ),
        "means_so_far": lambda x_data, y_data, w: [
            total / (i + 1) for i, total in enumerate(accumulate(gradients(x_data, y_data, w)))
        ],
        "added_twice": lambda x_data, y_data, w: [
            *accumulate(accumulate(gradients(x_data, y_data, w)))
        ],
        "last_sum_alone": lambda x_data, y_data, w: sum(gradients(x_data, y_data, w)),
        "losses_added": lambda x_data, y_data, w: [*accumulate(losses(x_data, y_data, w))],
        "missing_x_factor": lambda x_data, y_data, w: [
            *accumulate(2 * (w * x - y) for x, y in zip(x_data, y_data, strict=True))
        ],
    },
)

WHERE_TO_CLEAR = Small(
    id="07-where-to-clear",
    lesson="07_zero_grad",
    function="place",
    minutes=2,
    level=1,
    section="on-purpose",
    right=lambda: 4,
    lesson_inputs={},
    wrong={
        "cleared_before_each_sample": lambda: 1,
        "cleared_after_each_backward": lambda: 2,
        "cleared_before_use": lambda: 3,
        "cleared_once_an_epoch": lambda: 5,
    },
)


def group_means(
    x_data: list[float], y_data: list[float], w: float, k: int, share: int = 0
) -> list[float]:
    """The mean gradient of each group of k, or its sum divided by a given share."""
    return means(gradients(x_data, y_data, w), k, share)


def means(values: list[float], k: int, share: int = 0) -> list[float]:
    """The mean of each group of k, or its sum divided by a given share."""
    groups = [values[start : start + k] for start in range(0, len(values), k)]
    return [sum(group) / (share or len(group)) for group in groups]


def never_cleared(x_data: list[float], y_data: list[float], w: float, k: int) -> list[float]:
    """What w.grad holds at each group's end if nothing is cleared, divided by the group's size."""
    totals = [*accumulate(gradients(x_data, y_data, w))]
    ends = [min(start + k, len(totals)) for start in range(0, len(totals), k)]
    return [totals[end - 1] / ((end - 1) % k + 1) for end in ends]


def too_early(x_data: list[float], y_data: list[float], w: float, k: int) -> list[float]:
    """The means of groups that end with the samples 0, k, 2k … and with the last one."""
    values = gradients(x_data, y_data, w)
    groups = [values[:1], *(values[start : start + k] for start in range(1, len(values), k))]
    return [sum(group) / len(group) for group in groups]


def counted_on(x_data: list[float], y_data: list[float], w: float, k: int) -> list[float]:
    """The means where only the first k samples and all others make a group, by a growing count."""
    values = gradients(x_data, y_data, w)
    return [sum(values[:k]) / k, sum(values[k:]) / len(values)]


GROUP_MEANS = Small(
    id="07-group-means",
    lesson="07_zero_grad",
    function="group_means",
    minutes=5,
    level=2,
    section="on-purpose",
    right=group_means,
    lesson_inputs={
        "x_data": [1.0, 2.0, 3.0, 1.5, 2.5],
        "y_data": [2.3, 3.7, 6.4, 2.8, 5.1],
        "w": 0.5,
        "k": 2,
    },
    draw=lambda rng: draw_groups(rng, *rng.choice([(7, 3), (5, 3), (7, 2), (8, 3), (7, 4)])),
    wrong={
        "group_sums": lambda x_data, y_data, w, k: group_means(x_data, y_data, w, k, share=1),
        "divides_by_k": lambda x_data, y_data, w, k: group_means(x_data, y_data, w, k, share=k),
        "divided_by_all": lambda x_data, y_data, w, k: group_means(
            x_data, y_data, w, k, share=len(x_data)
        ),
        "small_group_missing": lambda x_data, y_data, w, k: group_means(x_data, y_data, w, k)[
            : len(x_data) // k
        ],
        "group_ends_too_early": too_early,
        "count_not_reset": counted_on,
        "groups_run_on": never_cleared,
        "last_of_group": lambda x_data, y_data, w, k: [
            gradients(x_data, y_data, w)[min(start + k, len(x_data)) - 1]
            for start in range(0, len(x_data), k)
        ],
        "no_groups": lambda x_data, y_data, w, k: gradients(x_data, y_data, w),
        "means_of_losses": lambda x_data, y_data, w, k: means(losses(x_data, y_data, w), k),
    },
)


def draw_groups(rng: random.Random, n: int, k: int) -> Inputs:
    """Samples in groups of which the last is not full."""
    return {**draw_samples(rng, n), "k": k}


MODEL = Line(("w",), features=lambda x: (x,))

EXERCISE = Exercise(
    id="07-accumulate",
    lesson="07_zero_grad",
    points=4,
    minutes=9,
    level=3,
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
        "divided_by_all_samples": [{"share": "n"}],
        "divided_by_n": [{"share": "n", "loss": of_error(lambda r, sizes: r * r / sizes.n)}],
        "group_ends_too_early": [
            *({"ends": "early", "share": share} for share in ("count", "k")),
            {"ends": "early", "share": "k", "rest": "left in the sum"},
            {"ends": "early", "share": "count", "rest": "carried over"},
        ],
        "count_not_reset": [
            {"counted": counted, "share": share, **rest}
            for counted in ("epoch", "run")
            for share in ("count", "k")
            for rest in ({}, {"rest": "left in the sum"})
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
        "last_loss_for_mean": [{"log": "last"}],
        "total_of_last_group": [{"log": "last group"}, {"log": "sum of last group"}],
        "sum_loss_for_mean": [{"log": "sum"}],
        "mean_of_group_means": [{"log": "mean of groups"}],
        "reports_divided_loss": [{"log": "mean of shares"}],
    },
)

LESSON = Lesson(
    name="07_zero_grad",
    title="Zero the gradient",
    question="when must a gradient be cleared?",
    exercises=(IN_GRAD, WHERE_TO_CLEAR, GROUP_MEANS, EXERCISE),
    minutes=44,
    teaches={
        "forward": "it-adds",
        "backward": "it-adds",
        "update": "where",
        "clear": "where",
        "loop": "on-purpose",
        "exercise": "exercise",
        "groups": "on-purpose",
    },
    explains={
        "accumulation": "accumulation",
        "momentum": "momentum",
        "batch": "on-purpose",
    },
)
