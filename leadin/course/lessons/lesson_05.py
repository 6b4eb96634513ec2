"""Lesson 05, what a tensor carries: ŷ = w·x + b, where w learns and b stays as it is given."""

import random
from collections.abc import Callable

from leadin.course.exercise import Draw, Exercise, Inputs, signed
from leadin.course.lesson import Lesson
from leadin.course.small import Small
from leadin.training.loop import Loop
from leadin.training.mistakes import common, in_line, targets
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
    minutes=8,
    level=2,
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
        "every_x_with_every_y": [
            targets(lambda x, y: len(x) * y, lambda x, y: [each for each in x for _ in y])
        ],
        "no_bias": [{"features": lambda x: (x, 0.0)}],
        "missing_x_factor": [{"slopes": lambda _x: (1.0, 1.0)}],
    },
)


def draw_sample(rng: random.Random) -> Inputs:
    """A weight and a sample that the prediction x·w² misses by far."""
    w, x = signed(rng, 0.6, 1.6), signed(rng, 0.6, 2.0)
    return {"w": w, "x": x, "y": round(x * w**2 + signed(rng, 1.0, 4.0), 2)}


def error(w: float, x: float, y: float) -> float:
    """By how much the prediction x·w² misses its target."""
    return x * w**2 - y


NUMBER_IN_GRAD = Small(
    id="05-number-in-grad",
    lesson="05_requires_grad",
    function="grad_of_w",
    minutes=3,
    level=1,
    section="two-members",
    right=lambda w, x, y: 4 * w * x * error(w, x, y),
    lesson_inputs={"w": 1.0, "x": 2.0, "y": 6.0},
    draw=draw_sample,
    wrong={
        "gives_loss": lambda w, x, y: error(w, x, y) ** 2,
        "gives_data": lambda w, x, y: w,
        "from_prediction": lambda w, x, y: 2 * w * x,
        "stops_at_prediction": lambda w, x, y: 2 * error(w, x, y),
        "weight_not_squared": lambda w, x, y: 2 * x * (w * x - y),
        "product_squared": lambda w, x, y: 4 * w * x**2 * ((w * x) ** 2 - y),
        "gradient_of_x": lambda w, x, y: 2 * w**2 * error(w, x, y),
        "x_left_out": lambda w, x, y: 4 * w * error(w, x, y),
        "power_left_out": lambda w, x, y: 2 * x * error(w, x, y),
        "gives_prediction": lambda w, x, y: x * w**2,
    },
)

LEARNERS = Small(
    id="05-learners",
    lesson="05_requires_grad",
    function="learners",
    minutes=4,
    level=2,
    section="leaf-grad-intro",
    right=lambda: [2, 5],
    lesson_inputs={},
    wrong={
        "all_leaves": lambda: [1, 2, 5, 7],
        "all_that_require_grad": lambda: [2, 3, 4, 5, 6],
        "those_that_cant_learn": lambda: [1, 3, 4, 6, 7],
        "scaled_after": lambda: [2, 4, 5],
        "scaled_before": lambda: [2, 4],
        "same_number_same_leaf": lambda: [2, 3, 5],
        "cast_is_leaf": lambda: [2, 5, 6],
        "detached_learns": lambda: [2, 5, 7],
        "switched_on_too_late": lambda: [2],
        "zeros_and_ones": lambda: [0, 1, 0, 0, 1, 0, 0],
        "counted_from_zero": lambda: [1, 4],
        "plain_tensor_learns": lambda: [1, 2, 5],
    },
)


def draw_miss(rng: random.Random) -> Inputs:
    """A weight, and a sample that it misses by far."""
    w, x = signed(rng, 0.5, 2.0), signed(rng, 0.6, 2.0)
    return {"w": w, "x": x, "y": round(w * x + signed(rng, 1.0, 4.0), 2)}


def draw_step(rng: random.Random) -> Inputs:
    """The same, and a step that is not too long for it."""
    return {**draw_miss(rng), "lr": round(rng.uniform(0.04, 0.1), 3)}


def two_steps(step: Callable[[float, float, float, float], float]) -> Callable[..., list[float]]:
    """Two updates of one kind, after each of which the weight is kept."""

    def weights(w: float, x: float, y: float, lr: float) -> list[float]:
        first = step(w, x, y, lr)
        return [first, step(first, x, y, lr)]

    return weights


def slope(w: float, x: float, y: float) -> float:
    """The gradient of (w·x − y)² with respect to w."""
    return 2 * x * (w * x - y)


def step(w: float, x: float, y: float, lr: float) -> float:
    """The weight after one update."""
    return w - lr * slope(w, x, y)


def steps_with(of_first: float) -> Callable[..., list[float]]:
    """A second update that uses its own gradient and so much of the first one."""

    def weights(w: float, x: float, y: float, lr: float) -> list[float]:
        first = step(w, x, y, lr)
        return [first, step(first, x, y, lr) - of_first * lr * slope(w, x, y)]

    return weights


def first_gradient_twice(w: float, x: float, y: float, lr: float) -> list[float]:
    """Both updates with the gradient of the first forward pass."""
    return [w - lr * slope(w, x, y), w - 2 * lr * slope(w, x, y)]


def gradients_of_steps(w: float, x: float, y: float, lr: float) -> list[float]:
    """The gradients that the two updates use."""
    return [slope(w, x, y), slope(step(w, x, y, lr), x, y)]


TWO_UPDATES = Small(
    id="05-two-updates",
    lesson="05_requires_grad",
    function="two_updates",
    minutes=4,
    level=2,
    section="update-intro",
    right=steps_with(0.0),
    lesson_inputs={"w": 1.0, "x": 2.0, "y": 6.0, "lr": 0.1},
    draw=draw_step,
    wrong={
        "no_zero_grad": steps_with(1.0),
        "first_gradient_twice": first_gradient_twice,
        "wrong_sign": two_steps(lambda w, x, y, lr: w + lr * slope(w, x, y)),
        "step_without_rate": two_steps(lambda w, x, y, lr: w - slope(w, x, y)),
        "missing_factor_2": two_steps(lambda w, x, y, lr: w - lr * slope(w, x, y) / 2),
        "missing_x_factor": two_steps(lambda w, x, y, lr: w - lr * slope(w, x, y) / x),
        "step_for_weight": two_steps(lambda w, x, y, lr: -lr * slope(w, x, y)),
        "no_update": two_steps(lambda w, x, y, lr: w),
        "one_update_only": lambda w, x, y, lr: [step(w, x, y, lr)] * 2,
        "weights_before_update": lambda w, x, y, lr: [w, step(w, x, y, lr)],
        "gives_gradients": gradients_of_steps,
        "same_tensor_kept": lambda w, x, y, lr: [step(step(w, x, y, lr), x, y, lr)] * 2,
        "from_prediction": lambda w, x, y, lr: [w - lr * x, w - 2 * lr * x],
        "start_included": lambda w, x, y, lr: [w, *two_steps(step)(w, x, y, lr)],
        "last_weight_only": lambda w, x, y, lr: two_steps(step)(w, x, y, lr)[1],
        "losses_for_weights": lambda w, x, y, lr: [
            (each * x - y) ** 2 for each in (w, step(w, x, y, lr))
        ],
    },
    sections={"no_zero_grad": "clear", "same_tensor_kept": "two-members"},
)

LESSON = Lesson(
    name="05_requires_grad",
    title="What a tensor carries",
    question="what does a tensor carry?",
    exercises=(NUMBER_IN_GRAD, LEARNERS, TWO_UPDATES, EXERCISE),
    teaches={
        "weight": "two-members",
        "forward": "two-members",
        "backward": "two-members",
        "update": "update-intro",
        "leaf": "update-intro",
        "clear": "clear",
        "an epoch's loss": "exercise",
        "lists": "brackets-intro",
        "errors": "what-goes-wrong",
        "exercise": "exercise",
        "freezing": "freezing",
        "several parameters": "freezing",
        "a weight without gradient": "freezing",
    },
    minutes=44,
    explains={
        "requires_grad": "two-members",
        "in_place": "update-intro",
    },
)
