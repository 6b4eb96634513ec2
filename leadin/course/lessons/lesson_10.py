"""Lesson 10, the quadratic model of lesson 09 with a module and an optimizer."""

import random
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from leadin.course.exercise import Inputs, signed
from leadin.course.lesson import Lesson
from leadin.course.lessons import lesson_09
from leadin.course.small import Small


def draw_weights(rng: random.Random) -> Inputs:
    """Numbers that differ from each other, and errors that are no small ones."""
    while True:
        x, w1, w2, later = (signed(rng, 0.5, 2.5) for _ in range(4))
        y = signed(rng, 0.5, 6.0)
        sizes = sorted(map(abs, (1.0, x, w1, w2, later)))
        are_apart = all(b - a > 0.1 for a, b in pairwise(sizes))
        if are_apart and all(abs(w * w1 * x - y) > 0.5 for w in (w2, later)):
            return {"x": x, "y": y, "w1": w1, "w2": w2, "later": later}


CHANGED_WEIGHT = Small(
    id="10-changed-weight",
    lesson="10_modern_pytorch",
    function="gradients_of_w1",
    minutes=3,
    level=1,
    section="data-intro",
    right=lambda x, y, w1, w2, later: [2 * (w2 * w1 * x - y) * w * x for w in (w2, later)],
    lesson_inputs={"x": 1.0, "y": 5.0, "w1": 1.0, "w2": 2.0, "later": 3.0},
    draw=draw_weights,
    wrong={
        "new_weight_throughout": lambda x, y, w1, w2, later: [
            2 * (w * w1 * x - y) * w * x for w in (w2, later)
        ],
        "change_unseen": lambda x, y, w1, w2, later: [2 * (w2 * w1 * x - y) * w2 * x] * 2,
        "change_in_error_only": lambda x, y, w1, w2, later: [
            2 * (w * w1 * x - y) * w2 * x for w in (w2, later)
        ],
        "missing_other_weight": lambda x, y, w1, w2, later: [2 * (w2 * w1 * x - y) * x] * 2,
        "gradient_of_other_weight": lambda x, y, w1, w2, later: (
            [2 * (w2 * w1 * x - y) * w1 * x] * 2
        ),
        "missing_x_factor": lambda x, y, w1, w2, later: [
            2 * (w2 * w1 * x - y) * w for w in (w2, later)
        ],
        "error_forgotten": lambda x, y, w1, w2, later: [2 * w * x for w in (w2, later)],
    },
)


def draw_step(rng: random.Random) -> Inputs:
    """A weight with some way to go, and an x that is not 1."""
    while True:
        w, x, y = signed(rng, 0.5, 3.0), signed(rng, 0.5, 2.5), signed(rng, 0.5, 6.0)
        if abs(w * x - y) > 0.5 and abs(abs(x) - 1) > 0.1:
            return {"w": w, "x": x, "y": y, "lr": rng.choice((0.01, 0.02, 0.03, 0.05))}


def gradient(w: float, x: float, y: float) -> float:
    """Of (w·x − y)²."""
    return 2 * (w * x - y) * x


def walk(w: float, step: Callable[[float], float]) -> list[float]:
    """The weights after two steps, each of which depends on the weight before it."""
    first = w - step(w)
    return [first, first - step(first)]


TWO_STEPS = Small(
    id="10-two-steps",
    lesson="10_modern_pytorch",
    function="two_steps",
    minutes=3,
    level=2,
    section="one-step-intro",
    right=lambda w, x, y, lr: walk(w, lambda v: lr * gradient(v, x, y)),
    lesson_inputs={"w": 1.0, "x": 2.0, "y": 4.0, "lr": 0.01},
    draw=draw_step,
    wrong={
        "no_zero_grad": lambda w, x, y, lr: walk(
            # In the second step the first one's gradient is added.
            w,
            lambda v: lr * (gradient(v, x, y) + (gradient(w, x, y) if v != w else 0.0)),
        ),
        "gradient_not_renewed": lambda w, x, y, lr: walk(w, lambda v: lr * gradient(w, x, y)),
        "wrong_sign": lambda w, x, y, lr: walk(w, lambda v: -lr * gradient(v, x, y)),
        "missing_factor_2": lambda w, x, y, lr: walk(w, lambda v: lr * gradient(v, x, y) / 2),
        "missing_x_factor": lambda w, x, y, lr: walk(w, lambda v: lr * gradient(v, x, y) / x),
        "whole_gradient_as_step": lambda w, x, y, lr: walk(w, lambda v: gradient(v, x, y)),
        "no_update": lambda w, x, y, lr: [w, w],
        "start_for_first_step": lambda w, x, y, lr: [w, w - lr * gradient(w, x, y)],
        "gradients_for_weights": lambda w, x, y, lr: [
            gradient(w, x, y),
            gradient(w - lr * gradient(w, x, y), x, y),
        ],
        "two_steps_for_weights": lambda w, x, y, lr: [
            -lr * gradient(w, x, y),
            -lr * gradient(w - lr * gradient(w, x, y), x, y),
        ],
    },
)

COUNT_PARAMETERS = Small(
    id="10-count-parameters",
    lesson="10_modern_pytorch",
    function="count_parameters",
    minutes=2,
    level=1,
    section="layers",
    right=lambda inputs, hidden, outputs: hidden * (inputs + 1) + outputs * (hidden + 1),
    lesson_inputs={"inputs": 2, "hidden": 3, "outputs": 1},
    draw=lambda rng: dict(
        zip(("inputs", "hidden", "outputs"), rng.sample(range(2, 12), 3), strict=True)
    ),
    wrong={
        "biases_not_counted": lambda inputs, hidden, outputs: hidden * (inputs + outputs),
        "second_layer_not_counted": lambda inputs, hidden, outputs: hidden * (inputs + 1),
        "first_layer_not_counted": lambda inputs, hidden, outputs: outputs * (hidden + 1),
        "one_bias_a_layer": lambda inputs, hidden, outputs: hidden * (inputs + outputs) + 2,
        "bias_counted_by_inputs": lambda inputs, hidden, outputs: (
            inputs * (hidden + 1) + hidden * (outputs + 1)
        ),
        "bias_of_one": lambda inputs, hidden, outputs: hidden * (inputs + 1 + outputs) + 1,
        "sizes_multiplied": lambda inputs, hidden, outputs: inputs * hidden * outputs,
        "hidden_layer_skipped": lambda inputs, hidden, outputs: outputs * (inputs + 1),
        "tensors_for_numbers": lambda inputs, hidden, outputs: 4,
        "units_for_numbers": lambda inputs, hidden, outputs: inputs + hidden + outputs,
    },
)

EXERCISE = replace(
    lesson_09.EXERCISE,
    id="10-module-and-optimizer",
    lesson="10_modern_pytorch",
    points=3,
    minutes=10,
    level=2,
)

LESSON = Lesson(
    name="10_modern_pytorch",
    title="Modern PyTorch",
    question="what does one write today in place of `.data`, and why?",
    exercises=(CHANGED_WEIGHT, TWO_STEPS, COUNT_PARAMETERS, EXERCISE),
    teaches={
        "update": "one-step-intro",
        "leaf": "in-place-or-not-intro",
        "a weight without gradient": "module-intro",
        "loop": "todays-loop-intro",
        "exercise": "exercise",
        ".data": "data-intro",
    },
    minutes=45,
    explains={
        "optimizer": "one-step-intro",
        "module": "module-intro",
    },
)
