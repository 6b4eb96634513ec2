"""Lesson 04: below the floor of every line, with tanh between two layers.

ŷ = Σⱼ w2ⱼ·tanh(w1ⱼ·x + b1ⱼ) + b2, one input and one output. An epoch's value is the mean loss of
all samples, with the weights at its end.
"""

import itertools
import random
from collections.abc import Callable
from dataclasses import replace
from math import exp, tanh
from typing import Any

from leadin.course.exercise import Draw, Exercise, Inputs, signed, vector
from leadin.course.lesson import Lesson
from leadin.course.lessons.lesson_03 import FAR, dot, mistakes_in
from leadin.course.small import Small
from leadin.training.loop import Curve, ErrorRule, Loop, of_error
from leadin.training.mistakes import Mistakes
from leadin.training.models import IDENTITY, TANH, Activation, TwoLayers, Vector

NAME = "04_why_nonlinearity"

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


def relu(z: float) -> float:
    """What is negative is cut off."""
    return max(0.0, z)


def sigmoid(z: float) -> float:
    """From 0 to 1, as far as floats go."""
    return 1 / (1 + exp(-z)) if z > -700 else 0.0


def reporting(hidden: Activation) -> Callable[[Any], Any]:
    """Another function between the layers for the mean at an epoch's end."""
    return lambda model: replace(model, hidden=hidden)


#: The functions of the lesson that are not asked for.
RELU = Activation(relu, lambda z, _h: float(z > 0))
SIGMOID = Activation(sigmoid, lambda _z, h: h * (1 - h))

#: What can be wrong with the slope of tanh, and where it or a factor beside it belongs.
OF_THE_SLOPE: Mistakes = {
    "missing_activation_slope": [{"hidden_slope": lambda _z, _h: 1.0}],
    "slope_only_for_b1": [{"straight": frozenset({"W1"})}],
    "slope_only_for_w1": [{"straight": frozenset({"b1"})}],
    "surplus_activation_slope": [{"bends_w2": True}],
    "slope_at_wrong_place": [
        {"hidden_slope": lambda z, _h: 1.0 - z * z},
        {"hidden_slope": lambda _z, h: 1.0 - tanh(h) ** 2},
    ],
    "slope_of_sigmoid": [{"hidden_slope": lambda _z, h: h * (1.0 - h)}],
    "h_for_slope": [{"hidden_slope": lambda _z, h: h}],
    "square_left_out": [{"hidden_slope": lambda _z, h: 1.0 - h}],
    "square_for_slope": [{"hidden_slope": lambda _z, h: h * h}],
    "plus_for_minus_in_slope": [{"hidden_slope": lambda _z, h: 1.0 + h * h}],
    "z_for_h": [{"w2_factor": "z"}],
    "w2_in_its_own_gradient": [{"w2_factor": "W2 and h"}],
    "h_for_x": [{"w1_factor": "h"}],
    "w1_for_x": [{"w1_factor": "W1"}],
    "x_on_b1_too": [{"b1_factor": "x"}],
}


def _divided_by(count: int) -> Callable[[Curve], Curve]:
    return lambda sums: [each / count for each in sums]


def _mean_of_others(more: int) -> ErrorRule:
    return lambda error, sizes: error * error * sizes.n / max(1, sizes.n + more)


#: What is divided by instead of the number of samples: that of the lesson, or one fewer.
OTHER_COUNTS: Mistakes = {
    "divided_by_other_count": [
        *({"log": "sum at end", "returns": _divided_by(n)} for n in (9, 8, 10)),
        *({"loss": of_error(_mean_of_others(more))} for more in (-1, 1)),
    ]
}

EXERCISE = Exercise(
    id="04-below-the-floor",
    lesson=NAME,
    points=3,
    minutes=8,
    level=3,
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
        "lr": 0.08,
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
        "mean_without_activation": [{"reports_with": reporting(IDENTITY)}],
        "activation_only_in_mean": [{"hidden": IDENTITY, "reports_with": reporting(TANH)}],
        "slope_without_activation": [
            {"hidden": IDENTITY, "hidden_slope": TANH.slope, **reports}
            for reports in ({}, {"reports_with": reporting(TANH)})
        ],
        "relu_for_tanh": [{"hidden": RELU}, {"hidden": RELU, "hidden_slope": TANH.slope}],
        "sigmoid_for_tanh": [{"hidden": SIGMOID}, {"hidden": SIGMOID, "hidden_slope": TANH.slope}],
        "nonlinearity_on_output": [
            {"output": TANH},
            {"output": Activation(tanh, lambda _z, _h: 1.0)},
            {"hidden": IDENTITY, "output": TANH},
        ],
        **OF_THE_SLOPE,
        "last_sample_loss": [{"log": "last"}, {"log": "last after"}],
        "running_mean": [{"log": "mean"}],
        "sum_not_mean": [{"log": "sum at end"}, {"log": "sum"}],
        **OTHER_COUNTS,
        "mean_before_epoch": [{"logs_start": True, "surplus_epochs": -1}],
    },
    # tanh is flat far out: once a run climbs there, float32 rounds other numbers to 1 than float64.
    chaotic=frozenset({
        *("abs_loss", "no_zero_grad", "wrong_sign", "slope_at_wrong_place"),
        "slope_without_activation",
    }),
    forbids="autograd",
)


def draw_network(rng: random.Random) -> Inputs:
    """One input, a few hidden units, one output."""
    size = rng.choice((2, 3, 4))
    weights = {name: vector(rng, size, *FAR) for name in ("w1", "b1", "w2")}
    return {**weights, "b2": signed(rng, 1.2, 4.0)}


ONE_LINE = Small(
    id="04-one-line",
    lesson=NAME,
    function="one_line",
    minutes=3,
    level=2,
    section="collapse",
    right=lambda w1, b1, w2, b2: [dot(w2, w1), dot(w2, b1) + b2],
    lesson_inputs={"w1": [2.0, 1.0], "b1": [1.0, -1.0], "w2": [3.0, -1.0], "b2": 0.5},
    draw=draw_network,
    wrong={
        "b2_left_out": lambda w1, b1, w2, b2: [dot(w2, w1), dot(w2, b1)],
        "only_b2": lambda w1, b1, w2, b2: [dot(w2, w1), b2],
        "b1_not_weighted": lambda w1, b1, w2, b2: [dot(w2, w1), sum(b1) + b2],
        "b2_of_each_unit": lambda w1, b1, w2, b2: [dot(w2, w1), dot(w2, b1) + len(w2) * b2],
        "product_of_sums": lambda w1, b1, w2, b2: [sum(w2) * sum(w1), sum(w2) * sum(b1) + b2],
        "weights_added": lambda w1, b1, w2, b2: [sum(w1) + sum(w2), sum(b1) + b2],
        "first_unit_only": lambda w1, b1, w2, b2: [w2[0] * w1[0], w2[0] * b1[0] + b2],
        "units_not_summed": lambda w1, b1, w2, b2: [
            [w * v for w, v in zip(w2, w1, strict=True)],
            [w * b + b2 for w, b in zip(w2, b1, strict=True)],
        ],
        "w1_in_the_height": lambda w1, b1, w2, b2: [dot(w2, w1), dot(w1, b1) + b2],
    },
)


def units(w1: Vector, b1: Vector, x: float) -> Vector:
    """What the hidden units have before σ."""
    return [w * x + b for w, b in zip(w1, b1, strict=True)]


def bent(w1: Vector, b1: Vector, w2: Vector, b2: float, x: float) -> float:
    """The prediction of a network with ReLU between its layers."""
    return dot(w2, map(relu, units(w1, b1, x))) + b2


BENT_WRONGLY: dict[str, Callable[..., float | Vector]] = {
    "relu_left_out": lambda w1, b1, w2, b2, x: dot(w2, units(w1, b1, x)) + b2,
    "relu_on_output_too": lambda w1, b1, w2, b2, x: relu(bent(w1, b1, w2, b2, x)),
    "relu_only_on_output": lambda w1, b1, w2, b2, x: relu(dot(w2, units(w1, b1, x)) + b2),
    "relu_after_w2": lambda w1, b1, w2, b2, x: (
        sum(relu(w * z) for w, z in zip(w2, units(w1, b1, x), strict=True)) + b2
    ),
    "relu_before_b1": lambda w1, b1, w2, b2, x: (
        sum(w2[j] * (relu(w1[j] * x) + b1[j]) for j in range(len(w1))) + b2
    ),
    "relu_of_the_sum": lambda w1, b1, w2, b2, x: sum(w2) * relu(sum(units(w1, b1, x))) + b2,
    "keeps_the_negative": lambda w1, b1, w2, b2, x: (
        dot(w2, [min(0.0, z) for z in units(w1, b1, x)]) + b2
    ),
    "absolute_for_relu": lambda w1, b1, w2, b2, x: dot(w2, map(abs, units(w1, b1, x))) + b2,
    "step_for_relu": lambda w1, b1, w2, b2, x: (
        dot(w2, [float(z > 0) for z in units(w1, b1, x)]) + b2
    ),
    "tanh_for_relu": lambda w1, b1, w2, b2, x: dot(w2, map(tanh, units(w1, b1, x))) + b2,
    "sigmoid_for_relu": lambda w1, b1, w2, b2, x: dot(w2, map(sigmoid, units(w1, b1, x))) + b2,
    "b1_forgotten": lambda w1, b1, w2, b2, x: bent(w1, [0.0] * len(b1), w2, b2, x),
    "w2_forgotten": lambda w1, b1, w2, b2, x: bent(w1, b1, [1.0] * len(w2), b2, x),
    "b2_forgotten": lambda w1, b1, w2, b2, x: bent(w1, b1, w2, 0.0, x),
    "b2_of_each_unit": lambda w1, b1, w2, b2, x: bent(w1, b1, w2, len(w2) * b2, x),
    "shares_not_summed": lambda w1, b1, w2, b2, x: [
        w * relu(z) + b2 for w, z in zip(w2, units(w1, b1, x), strict=True)
    ],
    "hidden_for_prediction": lambda w1, b1, w2, b2, x: list(map(relu, units(w1, b1, x))),
}


def draw_bent(rng: random.Random) -> Inputs:
    """A network and an x at which the mistakes show.

    With and without ReLU the predictions have opposite signs: so one at the output shows, too.
    """
    while True:
        inputs = {**draw_network(rng), "x": signed(rng, 1.2, 3.0)}
        right = bent(**inputs)
        results = {name: wrong(**inputs) for name, wrong in BENT_WRONGLY.items()}
        inside = [
            result
            for name, result in results.items()
            if "output" not in name and isinstance(result, float)
        ]
        ordered = sorted([right, -right, 2 * right, right / 2, *inside])
        is_clear = all(b - a > 0.05 for a, b in itertools.pairwise(ordered))
        without = results["relu_left_out"]
        if is_clear and isinstance(without, float) and right * without < 0:
            return inputs


BENT = Small(
    id="04-bent",
    lesson=NAME,
    function="bent",
    minutes=3,
    level=1,
    section="plot-three-functions-intro",
    right=bent,
    lesson_inputs={
        "w1": [1.0, -2.0],
        "b1": [1.0, 1.0],
        "w2": [-3.0, 2.0],
        "b2": 0.5,
        "x": 2.0,
    },
    draw=draw_bent,
    wrong=BENT_WRONGLY,
)


def draw_unit(rng: random.Random) -> Inputs:
    """A unit that is neither flat nor straight, so that the slope of tanh shows."""
    while True:
        x, w1, b1 = (signed(rng, 0.3, 1.6) for _ in range(3))
        if 0.3 < abs(w1 * x + b1) < 0.9:
            others = {"w2": signed(rng, 1.2, 3.0), "delta": signed(rng, 1.2, 3.0)}
            return {"x": x, "w1": w1, "b1": b1, **others}


def back(x: float, w1: float, b1: float, w2: float, delta: float) -> Vector:
    """The gradients of w1, b1 and w2 of one hidden unit with tanh."""
    h = tanh(w1 * x + b1)
    before = delta * w2 * (1 - h * h)
    return [before * x, before, delta * h]


def back_with(
    slope: Callable[[float, float], float], x: float, w1: float, b1: float, w2: float, delta: float
) -> Vector:
    """The same with another slope of σ, made of z and h."""
    z = w1 * x + b1
    before = delta * w2 * slope(z, tanh(z))
    return [before * x, before, delta * tanh(z)]


def hidden(x: float, w1: float, b1: float, **_others: float) -> float:
    """What the unit gives."""
    return tanh(w1 * x + b1)


BACK = Small(
    id="04-back-through-tanh",
    lesson=NAME,
    function="gradients_of_unit",
    minutes=4,
    level=2,
    section="slope-of-sigma",
    right=back,
    lesson_inputs={"x": 2.0, "w1": 0.5, "b1": -0.5, "w2": 3.0, "delta": 2.0},
    draw=draw_unit,
    wrong={
        "missing_activation_slope": lambda **a: back_with(lambda _z, _h: 1.0, **a),
        "slope_from_z": lambda **a: back_with(lambda z, _h: 1 - z * z, **a),
        "tanh_twice": lambda **a: back_with(lambda _z, h: 1 - tanh(h) ** 2, **a),
        "slope_of_sigmoid": lambda **a: back_with(lambda _z, h: h * (1 - h), **a),
        "h_for_slope": lambda **a: back_with(lambda _z, h: h, **a),
        "square_left_out": lambda **a: back_with(lambda _z, h: 1 - h, **a),
        "square_for_slope": lambda **a: back_with(lambda _z, h: h * h, **a),
        "plus_for_minus_in_slope": lambda **a: back_with(lambda _z, h: 1 + h * h, **a),
        "slope_only_for_b1": lambda **a: [back_with(lambda _z, _h: 1.0, **a)[0], *back(**a)[1:]],
        "slope_only_for_w1": lambda **a: [
            back(**a)[0],
            back_with(lambda _z, _h: 1.0, **a)[1],
            back(**a)[2],
        ],
        "surplus_activation_slope": lambda **a: [
            *back(**a)[:2],
            back(**a)[2] * (1 - hidden(**a) ** 2),
        ],
        "unit_without_w2": lambda **a: [*back(**{**a, "w2": 1.0})[:2], back(**a)[2]],
        "missing_x_factor": lambda **a: [back(**a)[1], *back(**a)[1:]],
        "x_on_b1_too": lambda **a: [back(**a)[0], back(**a)[0], back(**a)[2]],
        "h_for_x": lambda **a: [back(**a)[1] * hidden(**a), *back(**a)[1:]],
        "w1_for_x": lambda **a: [back(**a)[1] * a["w1"], *back(**a)[1:]],
        "b1_gets_one": lambda **a: [back(**a)[0], 1.0, back(**a)[2]],
        "z_for_h": lambda **a: [*back(**a)[:2], a["delta"] * (a["w1"] * a["x"] + a["b1"])],
        "missing_h_factor": lambda **a: [*back(**a)[:2], a["delta"]],
        "w2_in_its_own_gradient": lambda **a: [*back(**a)[:2], back(**a)[2] * a["w2"]],
        "delta_not_passed_on": lambda **a: [*back(**{**a, "delta": 1.0})[:2], back(**a)[2]],
        "unit_without_delta": lambda **a: back(**{**a, "delta": 1.0}),
        "w2_before_b1": lambda **a: [back(**a)[0], back(**a)[2], back(**a)[1]],
    },
)

LESSON = Lesson(
    name=NAME,
    title="Why nonlinearity",
    question="why put a function σ between the layers?",
    exercises=(ONE_LINE, BENT, BACK, EXERCISE),
    minutes=42,
    teaches={
        "backward": "slope-of-sigma",
        "exercise": "exercise",
        "nonlinearity": "plot-three-functions-intro",
        "the last layer": "sigma-on-output-intro",
        "errors": "what-goes-wrong",
    },
    explains={
        "mean_loss": "line-target",
        "activation": "plot-three-functions-intro",
        "sigmoid": "plot-three-functions-intro",
        "relu": "plot-three-functions-intro",
    },
)
