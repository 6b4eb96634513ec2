"""Lesson 08, training example 1: ŷ = w·x, one weight, one sample at a time."""

import itertools
import math
import random
from collections.abc import Callable

from leadin.course.exercise import Draw, Exercise, Inputs, signed
from leadin.course.lesson import Lesson
from leadin.course.lessons.lesson_07 import gradient
from leadin.course.small import Small
from leadin.training.mistakes import common, in_line
from leadin.training.models import Line


def draw(rng: random.Random, n: int) -> Inputs:
    """Data that no line fits exactly, so that the loss stays well above rounding."""
    x_data = [signed(rng, 0.5, 2.0) for _ in range(n)]
    x_data[-2] = x_data[0]  # data may repeat an x, with another y
    slope = signed(rng, 1.0, 3.0)
    y_data = [round(slope * x + signed(rng, 0.3, 1.0), 2) for x in x_data]
    return {"x_data": x_data, "y_data": y_data, "w": signed(rng, 0.2, 0.9)}


Gradient = Callable[[float, float, float], float]


def half_gradient(x: float, y: float, w: float) -> float:
    """Without the factor that comes from the square."""
    return x * (w * x - y)


def gradient_without_x(x: float, y: float, w: float) -> float:
    """Without the local gradient of the multiplication."""
    return 2 * (w * x - y)


def weights_of(
    x_data: list[float],
    y_data: list[float],
    w: float,
    lr: float,
    of: Gradient = gradient,
    keeps: float = 0.0,
) -> list[float]:
    """The weight before each update of one epoch, and after the last one.

    A share of the gradients so far may be kept in each update.
    """
    weights, total = [w], 0.0
    for x, y in zip(x_data, y_data, strict=True):
        total = keeps * total + of(x, y, weights[-1])
        weights.append(weights[-1] - lr * total)
    return weights


def first_gradients(
    x_data: list[float], y_data: list[float], w: float, lr: float, of: Gradient = gradient
) -> list[float]:
    """The gradient that each update of one epoch uses."""
    weights = weights_of(x_data, y_data, w, lr, of)
    return [of(x, y, before) for x, y, before in zip(x_data, y_data, weights, strict=False)]


def sums_used(x_data: list[float], y_data: list[float], w: float, lr: float) -> list[float]:
    """What the updates use where nothing is cleared."""
    weights = weights_of(x_data, y_data, w, lr, keeps=1.0)
    return [(before - after) / lr for before, after in itertools.pairwise(weights)]


def losses_of(
    x_data: list[float], y_data: list[float], w: float, lr: float, of: Gradient = gradient
) -> list[float]:
    """Each sample's loss before its update."""
    weights = weights_of(x_data, y_data, w, lr, of)
    return [(before * x - y) ** 2 for x, y, before in zip(x_data, y_data, weights, strict=False)]


def epoch_loss(x_data: list[float], y_data: list[float], w: float, lr: float) -> float:
    """The last sample's loss before its update."""
    return losses_of(x_data, y_data, w, lr)[-1]


def draw_epoch(rng: random.Random) -> Inputs:
    """Samples of which the last one has a loss well above rounding."""
    while True:
        w, n, lr = signed(rng, 0.5, 2.5), rng.randint(3, 5), rng.choice((0.02, 0.03, 0.05))
        x_data = [signed(rng, 0.5, 2.0) for _ in range(n)]
        y_data = [round(w * x + signed(rng, 1.0, 5.0), 2) for x in x_data]
        if epoch_loss(x_data, y_data, w, lr) > 0.2:
            return {"x_data": x_data, "y_data": y_data, "w": w, "lr": lr}


DATA: Inputs = {"x_data": [1.0, 2.0, 3.0], "y_data": [2.0, 4.0, 6.0]}

FIRST_GRADIENTS = Small(
    id="08-first-gradients",
    lesson="08_training_linear",
    function="first_gradients",
    minutes=4,
    level=2,
    section="one-epoch-intro",
    right=first_gradients,
    lesson_inputs={**DATA, "w": 1.0, "lr": 0.01},
    draw=draw_epoch,
    wrong={
        "no_update": lambda x_data, y_data, w, lr: first_gradients(x_data, y_data, w, 0.0),
        "wrong_sign": lambda x_data, y_data, w, lr: first_gradients(x_data, y_data, w, -lr),
        "zeros_kept": lambda x_data, y_data, w, lr: [0.0 for _ in x_data],
        "no_zero_grad": sums_used,
        "missing_x_factor": lambda x_data, y_data, w, lr: first_gradients(
            x_data, y_data, w, lr, gradient_without_x
        ),
        "missing_factor_2": lambda x_data, y_data, w, lr: first_gradients(
            x_data, y_data, w, lr, half_gradient
        ),
        "steps_for_gradients": lambda x_data, y_data, w, lr: [
            lr * each for each in first_gradients(x_data, y_data, w, lr)
        ],
        "weights_for_gradients": lambda x_data, y_data, w, lr: weights_of(x_data, y_data, w, lr)[
            1:
        ],
        "losses_for_gradients": losses_of,
        "gradients_after_update": lambda x_data, y_data, w, lr: [
            gradient(x, y, after)
            for x, y, after in zip(
                x_data, y_data, weights_of(x_data, y_data, w, lr)[1:], strict=True
            )
        ],
    },
)

EPOCH_LOSS = Small(
    id="08-epoch-loss",
    lesson="08_training_linear",
    function="epoch_loss",
    minutes=3,
    level=1,
    section="one-epoch-intro",
    right=epoch_loss,
    lesson_inputs={**DATA, "w": 1.0, "lr": 0.01},
    draw=draw_epoch,
    wrong={
        "loss_after_update": lambda x_data, y_data, w, lr: (
            (weights_of(x_data, y_data, w, lr)[-1] * x_data[-1] - y_data[-1]) ** 2
        ),
        "every_samples_loss": losses_of,
        "first_sample_loss": lambda x_data, y_data, w, lr: losses_of(x_data, y_data, w, lr)[0],
        "summed_loss": lambda x_data, y_data, w, lr: sum(losses_of(x_data, y_data, w, lr)),
        "mean_loss": lambda x_data, y_data, w, lr: (
            sum(losses_of(x_data, y_data, w, lr)) / len(x_data)
        ),
        "no_update": lambda x_data, y_data, w, lr: epoch_loss(x_data, y_data, w, 0.0),
        "wrong_sign": lambda x_data, y_data, w, lr: epoch_loss(x_data, y_data, w, -lr),
        "missing_factor_2": lambda x_data, y_data, w, lr: losses_of(
            x_data, y_data, w, lr, half_gradient
        )[-1],
        "missing_x_factor": lambda x_data, y_data, w, lr: losses_of(
            x_data, y_data, w, lr, gradient_without_x
        )[-1],
        "no_zero_grad": lambda x_data, y_data, w, lr: (
            (weights_of(x_data, y_data, w, lr, keeps=1.0)[-2] * x_data[-1] - y_data[-1]) ** 2
        ),
        "square_forgotten": lambda x_data, y_data, w, lr: (
            weights_of(x_data, y_data, w, lr)[-2] * x_data[-1] - y_data[-1]
        ),
        "halved_loss": lambda x_data, y_data, w, lr: (
            losses_of(x_data, y_data, w, lr, half_gradient)[-1] / 2
        ),
    },
)


def shrink(x_data: list[float], lr: float) -> float:
    """What an epoch multiplies the loss by, where w·x can fit the data exactly."""
    return math.prod(1 - lr * 2 * x**2 for x in x_data) ** 2


SHRINK = Small(
    id="08-shrink",
    lesson="08_training_linear",
    function="shrink",
    minutes=3,
    level=2,
    section="loss-curve-intro",
    right=shrink,
    lesson_inputs={"x_data": [1.0, 2.0, 3.0], "lr": 0.01},
    draw=lambda rng: {
        "x_data": [signed(rng, 0.8, 2.5) for _ in range(rng.randint(2, 4))],
        "lr": rng.choice((0.015, 0.02, 0.025)),
    },
    wrong={
        "distance_for_loss": lambda x_data, lr: math.prod(1 - lr * 2 * x**2 for x in x_data),
        "one_sample_shrinks": lambda x_data, lr: shrink(x_data[-1:], lr),
        "first_sample_shrinks": lambda x_data, lr: shrink(x_data[:1], lr),
        "steps_added": lambda x_data, lr: (1 - lr * 2 * sum(x**2 for x in x_data)) ** 2,
        "missing_factor_2": lambda x_data, lr: math.prod(1 - lr * x**2 for x in x_data) ** 2,
        "missing_x_factor": lambda x_data, lr: math.prod(1 - lr * 2 * x for x in x_data) ** 2,
        "part_lost": lambda x_data, lr: 1 - shrink(x_data, lr),
        "wrong_sign": lambda x_data, lr: math.prod(1 + lr * 2 * x**2 for x in x_data) ** 2,
    },
)


MODEL = Line(("w",), features=lambda x: (x,))

EXERCISE = Exercise(
    id="08-train-linear",
    lesson="08_training_linear",
    points=4,
    minutes=8,
    level=2,
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
    question="how do forward, backward and update make a training loop, and how far does it get?",
    exercises=(FIRST_GRADIENTS, EPOCH_LOSS, SHRINK, EXERCISE),
    minutes=43,
    teaches={
        "weight": "forward-intro",
        "forward": "forward-intro",
        "backward": "backward-intro",
        "update": "update-intro",
        "clear": "clear-intro",
        "loop": "one-epoch-intro",
        "errors": "what-goes-wrong",
        "exercise": "exercise",
    },
)
