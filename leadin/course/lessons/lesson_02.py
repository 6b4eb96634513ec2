"""Lesson 02: ŷ = w·x + b, trained with local gradients and the chain rule, without autograd."""

import random
from collections.abc import Callable

from leadin.course.exercise import Draw, Exercise, Inputs, signed
from leadin.course.lesson import Lesson
from leadin.course.small import Small
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
        "wrong_sign": [{"factor": -1.0}],
        "one_climbs": [{"climbs": frozenset({name})} for name in PARAMS],
        "updated_too_early": [{"one_by_one": ("w", "b")}, {"one_by_one": ("b", "w")}],
        "frozen_param": [{"frozen": some} for some in some_of(PARAMS)],
        "no_bias": [{"features": lambda x: (x, 0.0)}],
        "missing_x_factor": [{"slopes": lambda _x: (1.0, 1.0)}],
        "surplus_x_factor": [{"slopes": lambda x: (x, x)}],
        "swapped_slopes": [{"slopes": lambda x: (1.0, x)}],
    },
    forbids="autograd",
    minutes=9,
    level=2,
)

ONE_NODE = Small(
    id="02-one-node",
    lesson="02_computational_graph",
    function="local_gradients",
    minutes=4,
    level=2,
    section="check-local-intro",
    right=lambda a, b: [1 / b, -a / b**2],
    lesson_inputs={"a": 6.0, "b": 2.0},
    draw=lambda rng: {"a": signed(rng, 3.2, 6.0), "b": signed(rng, 1.3, 2.6)},
    wrong={
        "as_for_product": lambda a, b: [b, a],
        "as_for_difference": lambda a, b: [1.0, -1.0],
        "quotient_sign_lost": lambda a, b: [1 / b, a / b**2],
        "numerator_lost": lambda a, b: [1 / b, -1 / b**2],
        "denominator_not_squared": lambda a, b: [1 / b, -a / b],
        "denominator_as_factor": lambda a, b: [1 / b, a],
        "each_turned_over": lambda a, b: [1 / b, 1 / a],
        "quotient_turned_over": lambda a, b: [-b / a**2, 1 / a],
        "as_for_sum": lambda a, b: [1.0, 1.0],
        "first_as_in_sum": lambda a, b: [1.0, -a / b**2],
        "first_as_in_product": lambda a, b: [b, -a / b**2],
        "sign_and_square_lost": lambda a, b: [1 / b, a / b],
        "one_over_b_kept": lambda a, b: [1 / b, 1 / b],
        "only_the_sign": lambda a, b: [1 / b, -1.0],
        "quotient_twice": lambda a, b: [a / b, a / b],
        "nudged_value": lambda a, b: a / b,
    },
)


def in_layers(made: Callable[..., list[float]]) -> Callable[..., list[float]]:
    """Of the graph of (w2·(w1·x + b) − y)²: what is made of the gradient at d, of s, and so on."""

    def gradients(w1: float, b: float, w2: float, x: float, y: float) -> list[float]:
        s = w1 * x + b
        return made(2 * (w2 * s - y), s, w1, b, w2, x)

    return gradients


def of_another(
    forward: Callable[..., tuple[float, float | None]], made: Callable[..., list[float]]
) -> Callable[..., list[float]]:
    """Of a graph in which s, or the prediction, is computed otherwise; without one, y is left out."""

    def gradients(w1: float, b: float, w2: float, x: float, y: float) -> list[float]:
        s, y_pred = forward(w1, b, w2, x)
        return made(2 * (w2 * s if y_pred is None else y_pred - y), s, w2, x)

    return gradients


def draw_layers(rng: random.Random) -> Inputs:
    """Numbers of which no two are nearly the same, nor 1, which would change nothing."""
    w1, b, w2, x = (signed(rng, low, low + 0.4) for low in rng.sample((1.2, 1.8, 2.4, 3.0), 4))
    return {"w1": w1, "b": b, "w2": w2, "x": x, "y": signed(rng, 40.0, 60.0)}


#: The gradients at d, s, w2, b and w1.
TWO_LAYERS = Small(
    id="02-two-layers",
    lesson="02_computational_graph",
    function="gradients",
    minutes=7,
    level=3,
    section="backward-intro",
    right=in_layers(lambda d, s, w1, b, w2, x: [d, d * w2, d * s, d * w2, d * w2 * x]),
    lesson_inputs={"w1": 1.0, "b": 2.0, "w2": 3.0, "x": 4.0, "y": 17.0},
    draw=draw_layers,
    wrong={
        "locals_only": in_layers(lambda d, s, w1, b, w2, x: [d, w2, s, 1.0, x]),
        "locals_added": in_layers(
            lambda d, s, w1, b, w2, x: [d, d + 1 + w2, d + 1 + s, d + w2 + 2, d + w2 + 2 + x]
        ),
        "own_factor": in_layers(
            lambda d, s, w1, b, w2, x: [d, d * s, d * w2, d * s, d * s * w1]
        ),
        "arrows_left_out": in_layers(lambda d, s, w1, b, w2, x: [d, d * w2, d * s, d, d * x]),
        "w2_left_out": in_layers(lambda d, s, w1, b, w2, x: [d, d, d * s, d, d * x]),
        "missing_x_factor": in_layers(
            lambda d, s, w1, b, w2, x: [d, d * w2, d * s, d * w2, d * w2]
        ),
        "surplus_x_factor": in_layers(
            lambda d, s, w1, b, w2, x: [d, d * w2, d * s, d * w2 * x, d * w2 * x]
        ),
        "bias_left_out_of_s": in_layers(
            lambda d, s, w1, b, w2, x: [d, d * w2, d * w1 * x, d * w2, d * w2 * x]
        ),
        "w2_left_out_for_b": in_layers(
            lambda d, s, w1, b, w2, x: [d, d * w2, d * s, d, d * w2 * x]
        ),
        "w2_left_out_for_w1": in_layers(
            lambda d, s, w1, b, w2, x: [d, d * w2, d * s, d * w2, d * x]
        ),
        "w2_left_out_for_s": in_layers(
            lambda d, s, w1, b, w2, x: [d, d, d * s, d * w2, d * w2 * x]
        ),
        "factors_exchanged": in_layers(
            lambda d, s, w1, b, w2, x: [d, d * s, d * w2, d * s, d * s * x]
        ),
        "own_factor_for_w2": in_layers(
            lambda d, s, w1, b, w2, x: [d, d * w2, d * w2, d * w2, d * w2 * x]
        ),
        "own_factor_for_w1": in_layers(
            lambda d, s, w1, b, w2, x: [d, d * w2, d * s, d * w2, d * w2 * w1]
        ),
        "x_for_s": in_layers(lambda d, s, w1, b, w2, x: [d, d * w2, d * x, d * w2, d * w2 * x]),
        "surplus_b_factor": in_layers(
            lambda d, s, w1, b, w2, x: [d, d * w2, d * s, d * w2 * b, d * w2 * x]
        ),
        "bias_without_gradient": in_layers(
            lambda d, s, w1, b, w2, x: [d, d * w2, d * s, 0.0, d * w2 * x]
        ),
        "through_s_twice": in_layers(
            lambda d, s, w1, b, w2, x: [d, d * w2, d * s, d * w2 * s, d * w2 * s * x]
        ),
        "value_of_d": in_layers(
            lambda d, s, w1, b, w2, x: [d / 2, d * w2, d * s, d * w2, d * w2 * x]
        ),
        "all_seven": in_layers(
            lambda d, s, w1, b, w2, x: [d, d, d * w2, d * s, d * w2, d * w2 * x]
        ),
        "bias_after_w2": of_another(
            lambda w1, b, w2, x: (w1 * x, w2 * w1 * x + b),
            lambda d, s, w2, x: [d, d * w2, d * s, d, d * w2 * x],
        ),
        "no_bias": of_another(
            lambda w1, b, w2, x: (w1 * x, w2 * w1 * x),
            lambda d, s, w2, x: [d, d * w2, d * s, d * w2, d * w2 * x],
        ),
        "one_layer_only": of_another(
            lambda w1, b, w2, x: (w1 * x + b, w1 * x + b),
            lambda d, s, w2, x: [d, d * w2, d * s, d * w2, d * w2 * x],
        ),
        "target_forgotten": of_another(
            lambda w1, b, w2, x: (w1 * x + b, None),
            lambda d, s, w2, x: [d, d * w2, d * s, d * w2, d * w2 * x],
        ),
        "starts_with_the_loss": in_layers(
            lambda d, s, w1, b, w2, x: [
                d**2 / 4 * each for each in (d, d * w2, d * s, d * w2, d * w2 * x)
            ]
        ),
    },
)

#: Of w·(w·x − y): straight from the loss comes d, and through p comes w·x.
TWO_PATHS = Small(
    id="02-two-paths",
    lesson="02_computational_graph",
    function="two_paths",
    minutes=3,
    level=2,
    section="used-twice-intro",
    right=lambda w, x, y: [w * x - y, w * x, 2 * w * x - y],
    lesson_inputs={"w": 2.0, "x": 3.0, "y": 1.0},
    draw=lambda rng: {
        "w": signed(rng, 1.3, 2.0),
        "x": signed(rng, 2.5, 3.5),
        "y": signed(rng, 9.0, 15.0),
    },
    wrong={
        "multiplies_paths": lambda w, x, y: [w * x - y, w * x, (w * x - y) * w * x],
        "last_path_only": lambda w, x, y: [w * x - y, w * x, w * x],
        "first_path_only": lambda w, x, y: [w * x - y, w * x, w * x - y],
        "paths_averaged": lambda w, x, y: [w * x - y, w * x, w * x - y / 2],
        "paths_subtracted": lambda w, x, y: [w * x - y, w * x, -y],
        "paths_swapped": lambda w, x, y: [w * x, w * x - y, 2 * w * x - y],
        "arriving_left_out": lambda w, x, y: [w * x - y, x, w * x - y + x],
        "missing_x_factor": lambda w, x, y: [w * x - y, w, w * x - y + w],
        "own_factor": lambda w, x, y: [w, (w * x - y) * w, w + (w * x - y) * w],
        "target_left_out": lambda w, x, y: [w * x, w * x, 2 * w * x],
        "straight_own_factor": lambda w, x, y: [w, w * x, w + w * x],
        "straight_as_one": lambda w, x, y: [1.0, w * x, 1.0 + w * x],
        "straight_is_the_loss": lambda w, x, y: [w * (w * x - y), w * x, w * (w * x - y + x)],
        "through_own_factor": lambda w, x, y: [w * x - y, (w * x - y) * x, (w * x - y) * (1 + x)],
        "through_both_factors": lambda w, x, y: [
            w * x - y,
            w * (w * x - y) * x,
            (w * x - y) * (1 + w * x),
        ],
        "through_w_twice": lambda w, x, y: [w * x - y, w * w * x, w * x - y + w * w * x],
        "through_sign": lambda w, x, y: [w * x - y, -w * x, -y],
        "loss_squared": lambda w, x, y: [2 * (w * x - y), w * x, 3 * w * x - 2 * y],
        "sum_left_out": lambda w, x, y: [w * x - y, w * x],
        "sum_only": lambda w, x, y: 2 * w * x - y,
    },
)

LESSON = Lesson(
    name="02_computational_graph",
    title="The computational graph",
    question="how does a gradient travel through a graph?",
    exercises=(ONE_NODE, TWO_LAYERS, TWO_PATHS, EXERCISE),
    teaches={
        "forward": "graph-code-intro",
        "backward": "backward-intro",
        "update": "learning-intro",
        "clear": "backward-intro",
        "exercise": "exercise",
        "two weights": "two-weights",
        "several parameters": "two-weights",
        "the bias": "two-weights",
        "a weight without gradient": "two-weights",
        "the layer before": "what-goes-wrong",
    },
    minutes=45,
    explains={
        "node": "first-graph-caption",
        "leaf": "first-graph-caption",
        "forward_pass": "first-graph-caption",
        "local_gradient": "check-local-intro",
        "backward_pass": "backward-intro",
        "autograd": "torch-graph-intro",
    },
)
