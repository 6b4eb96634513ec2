"""Lesson 09, training example 2: ŷ = w1·x² + w2·x + b, three parameters."""

import itertools
import random
from collections.abc import Callable, Sequence

from leadin.course.exercise import Draw, Exercise, Inputs, signed
from leadin.course.lesson import Lesson
from leadin.course.small import Small
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
# And to take another parameter's gradient, beside those ways and an exchange of w1 and w2.
OTHERS_GRADIENTS: list[Features] = [
    lambda x: (x**2, x**2, 1.0),
    lambda x: (x**2, x, x**2),
    lambda x: (x**2, x, x),
    lambda x: (x**2, x**2, x),
    lambda x: (x**2, x**2, x**2),
    lambda x: (x, x, x),
    lambda x: (x**2, 1.0, x),
]


def draw(rng: random.Random, n: int) -> Inputs:
    """Data that no parabola fits exactly, so that the loss stays well above rounding."""
    # Spread over both signs, or x² and x could hardly be told apart.
    x_data = [round((-1) ** i * rng.uniform(0.5, 1.8), 2) for i in range(n)]
    x_data[-2] = x_data[0]  # data may repeat an x, with another y
    y_data = [round(x**2 - x + signed(rng, 0.5, 2.0), 2) for x in x_data]
    start = {name: signed(rng, 0.2, 0.9) for name in PARAMS}
    return {"x_data": x_data, "y_data": y_data, **start}


Weights = tuple[float, float, float]


def error_of(x: float, y: float, w1: float, w2: float, b: float) -> float:
    """Prediction minus target."""
    return w1 * x**2 + w2 * x + b - y


def gradients(x: float, y: float, w1: float, w2: float, b: float) -> list[float]:
    """Of one sample's squared error, for w1, w2 and b."""
    outer = 2 * error_of(x, y, w1, w2, b)
    return [outer * x**2, outer * x, outer]


def draw_sample(rng: random.Random) -> Inputs:
    """A sample with an error well above zero, at an x that its square and 1 are not like."""
    x = rng.choice((-1, 1)) * round(rng.choice((rng.uniform(0.4, 0.8), rng.uniform(1.3, 3))), 2)
    w1, w2, b = (signed(rng, 0.5, 2.0) for _ in PARAMS)
    y = round(w1 * x**2 + w2 * x + b + signed(rng, 1.5, 4.0), 2)
    return {"x": x, "y": y, "w1": w1, "w2": w2, "b": b}


def scaled(factors: Callable[[float], list[float]]) -> Callable[..., list[float]]:
    """The gradients with other factors behind the outer one."""
    return lambda x, y, w1, w2, b: [2 * error_of(x, y, w1, w2, b) * each for each in factors(x)]


THREE_GRADIENTS = Small(
    id="09-three-gradients",
    lesson="09_training_quadratic",
    function="gradients",
    minutes=3,
    level=1,
    section="three-slopes",
    right=gradients,
    lesson_inputs={"x": 1.0, "y": 2.0, "w1": 1.0, "w2": 2.0, "b": 1.0},
    draw=draw_sample,
    wrong={
        "local_gradients_alone": lambda x, y, w1, w2, b: [x**2, x, 1.0],
        "local_gradients_lost": scaled(lambda x: [1.0, 1.0, 1.0]),
        "square_of_x_lost": scaled(lambda x: [x, x, 1.0]),
        "differentiated_by_x": scaled(lambda x: [2 * x, 1.0, 0.0]),
        "doubled_for_squared_x": scaled(lambda x: [2 * x, x, 1.0]),
        "surplus_x_factor": scaled(lambda x: [x**2, x, x]),
        "gradients_swapped": scaled(lambda x: [x, x**2, 1.0]),
        "loss_for_error": lambda x, y, w1, w2, b: [
            2 * error_of(x, y, w1, w2, b) ** 2 * each for each in (x**2, x, 1.0)
        ],
        "weight_in_its_gradient": lambda x, y, w1, w2, b: [
            2 * error_of(x, y, w1, w2, b) * each for each in (w1 * x**2, w2 * x, 1.0)
        ],
        "gradient_of_b_lost": scaled(lambda x: [x**2, x, 0.0]),
        "no_bias": lambda x, y, w1, w2, b: gradients(x, y, w1, w2, 0.0),
        "target_forgotten": lambda x, y, w1, w2, b: gradients(x, 0.0, w1, w2, b),
    },
)


def after_update(weights: Weights, x: float, y: float, lr: float) -> Weights:
    """The weights after the update for one sample."""
    w1, w2, b = weights
    of_w1, of_w2, of_b = gradients(x, y, *weights)
    return w1 - lr * of_w1, w2 - lr * of_w2, b - lr * of_b


def after_updates_in_turn(weights: Weights, x: float, y: float, lr: float) -> Weights:
    """Each gradient is computed anew, with the weights that are already updated."""
    w1, w2, b = weights
    w1 -= lr * gradients(x, y, w1, w2, b)[0]
    w2 -= lr * gradients(x, y, w1, w2, b)[1]
    b -= lr * gradients(x, y, w1, w2, b)[2]
    return w1, w2, b


def losses_of(x_data: list[float], y_data: list[float], weights: Weights) -> list[float]:
    """Of each sample, all with the same weights."""
    return [error_of(x, y, *weights) ** 2 for x, y in zip(x_data, y_data, strict=True)]


def mean(values: Sequence[float]) -> float:
    """The sum divided by the count."""
    return sum(values) / len(values)


def epoch(
    x_data: list[float],
    y_data: list[float],
    w1: float,
    w2: float,
    b: float,
    lr: float,
    update: Callable[[Weights, float, float, float], Weights] = after_update,
) -> tuple[list[float], list[float], Weights]:
    """Train for an epoch: each sample's loss before and after its update, and the weights."""
    weights = (w1, w2, b)
    before, after = [], []
    for x, y in zip(x_data, y_data, strict=True):
        before.append(error_of(x, y, *weights) ** 2)
        weights = update(weights, x, y, lr)
        after.append(error_of(x, y, *weights) ** 2)
    return before, after, weights


def two_losses(
    update: Callable[[Weights, float, float, float], Weights] = after_update,
) -> Callable[..., list[float]]:
    """The last sample's loss before its update, and the mean at the end of an epoch."""

    def both(
        x_data: list[float], y_data: list[float], w1: float, w2: float, b: float, lr: float
    ) -> list[float]:
        before, _, weights = epoch(x_data, y_data, w1, w2, b, lr, update)
        return [before[-1], mean(losses_of(x_data, y_data, weights))]

    return both


def other_losses(
    choose: Callable[[list[float], list[float], list[float], list[float]], list[float]],
) -> Callable[..., list[float]]:
    """Other numbers of an epoch, of its losses: before and after updates, at its start and end."""

    def chosen(
        x_data: list[float], y_data: list[float], w1: float, w2: float, b: float, lr: float
    ) -> list[float]:
        before, after, weights = epoch(x_data, y_data, w1, w2, b, lr)
        start, end = (losses_of(x_data, y_data, each) for each in ((w1, w2, b), weights))
        return choose(before, after, start, end)

    return chosen


def draw_epoch(rng: random.Random) -> Inputs:
    """Samples, weights and a learning rate with which an epoch moves a good way."""
    return {**draw(rng, rng.randint(3, 5)), "lr": rng.choice((0.02, 0.03, 0.04))}


EPOCH_LOSSES = Small(
    id="09-epoch-losses",
    lesson="09_training_quadratic",
    function="epoch_losses",
    minutes=5,
    level=2,
    section="rising-intro",
    right=two_losses(),
    lesson_inputs={
        **{"x_data": [1.0, 2.0, 3.0], "y_data": [2.0, 4.0, 6.0]},
        **{"w1": 1.0, "w2": 2.0, "b": 1.0, "lr": 0.01},
    },
    draw=draw_epoch,
    wrong={
        "running_mean": other_losses(lambda before, *_: [before[-1], mean(before)]),
        "mean_before_epoch": other_losses(
            lambda before, _after, start, _end: ([before[-1], mean(start)])
        ),
        "loss_after_update": other_losses(
            lambda _before, after, _start, end: ([after[-1], mean(end)])
        ),
        "first_sample_loss": other_losses(
            lambda before, _after, _start, end: ([before[0], mean(end)])
        ),
        "sum_not_mean": other_losses(lambda before, _after, _start, end: [before[-1], sum(end)]),
        "no_update": other_losses(lambda _before, _after, start, _end: [start[-1], mean(start)]),
        "updated_too_early": two_losses(after_updates_in_turn),
        "missing_factor_2": two_losses(
            lambda weights, x, y, lr: after_update(weights, x, y, lr / 2)
        ),
        "wrong_sign": two_losses(lambda weights, x, y, lr: after_update(weights, x, y, -lr)),
        "logged_alone": lambda **arguments: two_losses()(**arguments)[0],
        "mean_alone": lambda **arguments: two_losses()(**arguments)[1],
        "last_sample_twice": other_losses(
            lambda before, _after, _start, end: ([before[-1], end[-1]])
        ),
    },
)


def push(x: float, y: float, other: float, w1: float, w2: float, b: float, lr: float) -> float:
    """How much the update for (x, y) changes the prediction at another place."""
    outer = 2 * error_of(x, y, w1, w2, b)
    return -lr * outer * (x**2 * other**2 + x * other + 1)


def draw_push(rng: random.Random) -> Inputs:
    """A sample, another place and a learning rate."""
    sample = draw_sample(rng)
    other = signed(rng, 1.2, 3.0)
    return {
        **{"x": sample["x"], "y": sample["y"], "other": other},
        **{name: sample[name] for name in PARAMS},
        "lr": rng.choice((0.02, 0.05, 0.1)),
    }


PUSH = Small(
    id="09-push",
    lesson="09_training_quadratic",
    function="push",
    minutes=5,
    level=2,
    section="rising-intro",
    right=push,
    lesson_inputs={
        **{"x": 2.0, "y": 4.0, "other": 3.0},
        **{"w1": 1.0, "w2": 2.0, "b": 1.0, "lr": 0.01},
    },
    draw=draw_push,
    wrong={
        "push_without_rate": lambda x, y, other, w1, w2, b, lr: push(x, y, other, w1, w2, b, 1.0),
        "own_place": lambda x, y, other, w1, w2, b, lr: push(x, y, x, w1, w2, b, lr),
        "gradient_at_other": lambda x, y, other, w1, w2, b, lr: push(
            other, y, other, w1, w2, b, lr
        ),
        "new_prediction": lambda x, y, other, w1, w2, b, lr: (
            error_of(other, 0.0, w1, w2, b) + push(x, y, other, w1, w2, b, lr)
        ),
        "old_at_own_place": lambda x, y, other, w1, w2, b, lr: (
            error_of(other, 0.0, w1, w2, b)
            + push(x, y, other, w1, w2, b, lr)
            - error_of(x, 0.0, w1, w2, b)
        ),
        "bias_stays": lambda x, y, other, w1, w2, b, lr: (
            -lr * 2 * error_of(x, y, w1, w2, b) * (x**2 * other**2 + x * other)
        ),
        "local_gradients_lost": lambda x, y, other, w1, w2, b, lr: (
            -lr * 2 * error_of(x, y, w1, w2, b) * (other**2 + other + 1)
        ),
        "one_weight_moves": lambda x, y, other, w1, w2, b, lr: (
            -lr * 2 * error_of(x, y, w1, w2, b) * x**2 * other**2
        ),
    },
)


MODEL = Line(PARAMS, features=lambda x: (x**2, x, 1.0))

EXERCISE = Exercise(
    id="09-train-quadratic",
    lesson="09_training_quadratic",
    points=4,
    minutes=7,
    level=2,
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
        "other_gradient": [{"slopes": slopes} for slopes in OTHERS_GRADIENTS],
        "no_bias": [{"features": lambda x: (x**2, x, 0.0)}],
        "missing_x_factor": [{"slopes": slopes} for slopes in FORGOTTEN_FACTORS],
    },
)

LESSON = Lesson(
    name="09_training_quadratic",
    title="Training a quadratic model",
    question="what does a printed loss say about a model, and what not?",
    exercises=(THREE_GRADIENTS, EPOCH_LOSSES, PUSH, EXERCISE),
    minutes=45,
    teaches={
        "exercise": "exercise",
        "several parameters": "three-slopes",
        "the bias": "three-slopes",
        "a weight without gradient": "three-slopes",
        "several gradients": "what-goes-wrong",
        "an epoch's loss": "rising-intro",
    },
    explains={
        "condition_number": "conditioning",
    },
)
