"""Lesson 15: classes, learned by softmax and cross-entropy, whose gradient is p − y."""

import math
import random
from collections.abc import Callable, Mapping, Sequence

from leadin.course.exercise import Draw, Exercise, Inputs, matrix, signed, vector
from leadin.course.lesson import Lesson
from leadin.course.small import Small
from leadin.training.batches import Net, cross_entropy, missed
from leadin.training.classes import common_of_classes
from leadin.training.loop import Loop
from leadin.training.mistakes import Mistakes, some_of

Logits = Sequence[float]


def _exp(z: float) -> float:
    """e^z as tensors and arrays have it, which know infinity."""
    try:
        return math.exp(z)
    except OverflowError:
        return math.inf


def _log(p: float) -> float:
    return math.log(p) if p else -math.inf


def _shares(numbers: Sequence[float]) -> list[float]:
    """The numbers over their sum; not a number where that is zero or infinite over infinite."""
    total = sum(numbers)
    return [number / total if total else math.nan for number in numbers]


def _softmax(logits: Logits) -> list[float]:
    return _shares([math.exp(z - max(logits)) for z in logits])


def _loss(logits: Logits, label: int) -> float:
    return _log_sum_exp(logits) - logits[label]


def _log_sum_exp(logits: Logits) -> float:
    return max(logits) + math.log(sum(math.exp(z - max(logits)) for z in logits))


def _minus_one_at(numbers: Sequence[float], label: int) -> list[float]:
    """Less 1 at one place, which may be the last one, −1."""
    return [number - (k == label % len(numbers)) for k, number in enumerate(numbers)]


def _gradient(logits: Logits, label: int) -> list[float]:
    return _minus_one_at(_softmax(logits), label)


def _through_softmax(logits: Logits, slopes: Sequence[float]) -> list[float]:
    """A gradient at the probabilities -> at the logits."""
    p = _softmax(logits)
    mean = sum(a * b for a, b in zip(p, slopes, strict=True))
    return [a * (b - mean) for a, b in zip(p, slopes, strict=True)]


def _squared_error(logits: Logits, label: int) -> float:
    return sum(r * r for r in _gradient(logits, label))


def _some_logits(rng: random.Random, around: float = 0.0) -> list[float]:
    """A few that differ; quarters, which have few digits in float32 even where they are large."""
    return [around + z / 4 for z in rng.sample(range(-10, 11), rng.randint(3, 5))]


def _large(rng: random.Random) -> float:
    return float(rng.choice((-1, 1)) * rng.randint(800, 1200))


SOFTMAX = Small(
    id="15-softmax",
    lesson="15_softmax_cross_entropy",
    function="softmax",
    minutes=3,
    level=1,
    section="softmax",
    right=_softmax,
    lesson_inputs={"logits": [1002.0, 1001.0, 999.0]},
    draw=lambda rng: {"logits": _some_logits(rng, _large(rng))},
    wrong={
        "unshifted_softmax": lambda logits: _shares([_exp(z) for z in logits]),
        "not_divided_by_sum": lambda logits: [math.exp(z - max(logits)) for z in logits],
        "divides_by_mean": lambda logits: [p * len(logits) for p in _softmax(logits)],
        "shares_of_scores": lambda logits: _shares(logits),
        "largest_only": lambda logits: [float(z == max(logits)) for z in logits],
        "log_for_probability": lambda logits: [math.log(p) for p in _softmax(logits)],
        "sigmoid_for_softmax": lambda logits: [1 / (1 + math.exp(max(logits) - z)) for z in logits],
        "power_of_two": lambda logits: _softmax([z * math.log(2) for z in logits]),
        "negated_logits": lambda logits: _softmax([-z for z in logits]),
        "softmax_twice": lambda logits: _softmax(_softmax(logits)),
    },
)


def draw_sample(rng: random.Random) -> Inputs:
    """A sample that the model has wrong, so that its loss is far above float32's rounding."""
    while True:
        logits = _some_logits(rng, _large(rng))
        label = rng.randrange(len(logits))
        # Nor is the class before it the one that the model takes: counting from 1 is no such answer.
        if label and logits[label] <= max(logits) - 2 and logits[label - 1] < max(logits):
            return {"logits": logits, "label": label}


CROSS_ENTROPY = Small(
    id="15-cross-entropy",
    lesson="15_softmax_cross_entropy",
    function="cross_entropy",
    minutes=3,
    level=2,
    section="likelihood",
    right=_loss,
    lesson_inputs={"logits": [1000.0, 0.0], "label": 1},
    draw=draw_sample,
    wrong={
        "unshifted_softmax": lambda logits, label: -_log(_shares([_exp(z) for z in logits])[label]),
        "unshifted_log_sum_exp": lambda logits, label: _log(sum(map(_exp, logits))) - logits[label],
        "log_of_softmax": lambda logits, label: -_log(_softmax(logits)[label]),
        "probability_for_log": lambda logits, label: _softmax(logits)[label],
        "base_ten_log": lambda logits, label: _loss(logits, label) / math.log(10),
        "base_two_log": lambda logits, label: _loss(logits, label) / math.log(2),
        "one_minus_probability": lambda logits, label: 1 - _softmax(logits)[label],
        "squared_error_of_classes": _squared_error,
        "first_class_only": lambda logits, **_: _loss(logits, 0),
        "label_from_one": lambda logits, label: _loss(logits, label - 1),
        "answer_for_label": lambda logits, **_: _log_sum_exp(logits) - max(logits),
        "shift_not_undone": lambda logits, label: _loss(logits, label) - max(logits),
        "logarithm_left_out": lambda logits, label: max(logits) - logits[label],
        "all_classes_summed": lambda logits, **_: sum(
            _loss(logits, k) for k in range(len(logits))
        ),
        "divided_by_classes": lambda logits, label: _loss(logits, label) / len(logits),
        "softmax_twice": lambda logits, label: _loss(_softmax(logits), label),
    },
)


def draw_plain_sample(rng: random.Random) -> Inputs:
    """Logits of a usual size, and a label."""
    logits = _some_logits(rng)
    return {"logits": logits, "label": rng.randrange(len(logits))}


LOGIT_GRADIENT = Small(
    id="15-logit-gradient",
    lesson="15_softmax_cross_entropy",
    function="logit_gradient",
    minutes=2,
    level=1,
    section="gradient",
    right=_gradient,
    lesson_inputs={"logits": [2.0, 1.0, -1.0], "label": 1},
    draw=draw_plain_sample,
    wrong={
        "p_alone": lambda logits, **_: _softmax(logits),
        "prediction_left_out": lambda logits, label: _minus_one_at([0.0] * len(logits), label),
        "one_from_each": lambda logits, **_: [p - 1 for p in _softmax(logits)],
        "right_class_only": lambda logits, label: [
            slope if k == label else 0.0 for k, slope in enumerate(_gradient(logits, label))
        ],
        "label_from_one": lambda logits, label: _gradient(logits, label - 1),
        "divided_by_classes": lambda logits, label: [
            slope / len(logits) for slope in _gradient(logits, label)
        ],
        "squared_error_of_classes": lambda logits, label: _through_softmax(
            logits, [2 * r for r in _gradient(logits, label)]
        ),
        "gradient_at_probability": lambda logits, label: [
            -1 / p if k == label else 0.0 for k, p in enumerate(_softmax(logits))
        ],
        "absolute_value": lambda logits, label: [abs(r) for r in _gradient(logits, label)],
        "not_divided_by_sum": lambda logits, label: _minus_one_at([*map(_exp, logits)], label),
        "logits_for_probabilities": lambda logits, label: _minus_one_at(logits, label),
        "softmax_twice": lambda logits, label: _through_softmax(
            logits, _gradient(_softmax(logits), label)
        ),
    },
)


def _share(counts: Callable[[Logits, int], float]) -> Callable[..., float]:
    """A rule for one row and its label -> its mean over a batch."""
    return lambda logits, labels: sum(map(counts, logits, labels)) / len(labels)


def _is_right(row: Logits, label: int) -> bool:
    return row[label] == max(row)


def _largest_of_columns(logits: Sequence[Logits], labels: Sequence[int]) -> float:
    answers = [column.index(max(column)) for column in zip(*logits, strict=True)]
    return sum(map(int.__eq__, answers, labels)) / len(labels)


WRONG_ACCURACIES: Mapping[str, Callable[..., float]] = {
    "not_divided": lambda logits, labels: sum(map(_is_right, logits, labels)),
    "error_rate": _share(lambda row, label: not _is_right(row, label)),
    "in_percent": _share(lambda row, label: 100 * _is_right(row, label)),
    "label_from_one": _share(lambda row, label: _is_right(row, label - 1) and label > 0),
    "smallest_for_largest": _share(lambda row, label: row[label] == min(row)),
    "divided_by_classes": lambda logits, labels: (
        sum(map(_is_right, logits, labels)) / len(logits[0])
    ),
    "mean_probability": _share(lambda row, label: _softmax(row)[label]),
    "above_one_half": _share(lambda row, label: _softmax(row)[label] > 0.5),
    "positive_counts": _share(lambda row, label: row[label] > 0),
    "wrong_axis": _largest_of_columns,
    "first_sample_only": lambda logits, labels: float(_is_right(logits[0], labels[0])),
    "loss_for_accuracy": _share(_loss),
}


def draw_batch(rng: random.Random) -> Inputs:
    """More samples than classes, on which no known mistake gives the right share by chance."""
    while True:
        classes, samples = rng.randint(3, 4), rng.randint(6, 8)
        logits = [[z / 4 for z in rng.sample(range(-6, 7), classes)] for _ in range(samples)]
        labels = [
            row.index(max(row)) if rng.random() < 0.6 else rng.randrange(classes) for row in logits
        ]
        right = _share(_is_right)(logits, labels)
        wrong = [each(logits, labels) for each in WRONG_ACCURACIES.values()]
        if 0.1 < right < 0.9 and all(abs(each - right) > 0.01 for each in wrong):
            return {"logits": logits, "labels": labels}


ACCURACY = Small(
    id="15-accuracy",
    lesson="15_softmax_cross_entropy",
    function="accuracy",
    minutes=2,
    level=1,
    section="accuracy",
    right=_share(_is_right),
    lesson_inputs={"logits": [[3.0, 1.0], [0.0, 2.0], [1.0, 2.0]], "labels": [0, 0, 1]},
    draw=draw_batch,
    wrong=WRONG_ACCURACIES,
)


def draw_points(rng: random.Random, n: int, d: int, c: int, far: str = "") -> Inputs:
    """Classes that no straight boundary parts, so that the loss stays up.

    Args:
        rng: where the numbers come from.
        n: samples.
        d: numbers of a sample.
        c: classes; each has a sample at least where there are enough.
        far: makes logits large: `all` of them, or the one of class 0, which is no label then.
    """
    first = 1 if far == "first" else 0
    labels = [*range(first, c), *(rng.randrange(first, c) for _ in range(n))][:n]
    rng.shuffle(labels)
    b = vector(rng, c, 0.1, 0.9)
    if far:
        b = [z + 1000 if far == "all" or k == 0 else z for k, z in enumerate(b)]
    return {
        "x_data": matrix(rng, n, d, 0.3, 2.0),
        "y_data": labels,
        "w": matrix(rng, c, d, 0.2, 0.9),
        "b": b,
    }


MISTAKES: Mistakes = {
    **common_of_classes("zero_before_step"),  # gradients are made by hand: there is none to clear
    "no_bias": [{"without": frozenset({"b"})}],
    "missing_x_factor": [{"ones": frozenset({"w"})}],
    "frozen_param": [{"frozen": some} for some in some_of(("w", "b"))],
    "update_every_sample": [{"batch": "one", "log": "mean"}, {"batch": "one"}],
}

EXERCISE = Exercise(
    id="15-softmax-batch",
    lesson="15_softmax_cross_entropy",
    points=4,
    minutes=8,
    level=3,
    model=Net(names=("w", "b"), softmax="shifted"),
    loop=Loop(loss=cross_entropy, loss_slope=missed),
    lesson_inputs={
        "x_data": [[1.0, 2.0], [2.0, -1.0], [-1.0, 0.5], [0.5, 1.5], [-1.5, -0.5], [0.5, -0.5]],
        "y_data": [0, 1, 2, 1, 2, 0],
        "w": [[0.5, -0.5], [0.25, 0.75], [-0.5, 0.25]],
        "b": [0.0, 0.5, -0.25],
        "lr": 0.5,
        "epochs": 30,
    },
    draw=draw_points,
    # First more classes than inputs; then as many, where a forgotten transposition raises no error,
    # and steps so large that the loss rises now and then.
    hidden=[
        Draw((7, 2, 4), lr=(0.3, 0.4, 0.6), epochs=(12, 18)),
        Draw((8, 3, 3), lr=(2.5, 3.0, 3.5), epochs=(12, 16)),
    ],
    plain={
        "x_data": [[1.0, 2.0], [-1.0, 1.0], [2.0, -1.0]],
        "y_data": [1, 0, 1],
        "w": [[0.5, -1.0], [1.0, 0.25]],
        "b": [0.5, -0.5],
        "lr": 0.25,
        "epochs": 3,
    },
    edges={
        "logits around 1000": (4, 2, 3, "all"),
        "a class that is nearly sure, and wrong": (3, 2, 3, "first"),
        "two classes": (4, 3, 2),
        "a single input": (4, 1, 3),
    },
    mistakes=MISTAKES,
    # With large steps it may end higher than it began.
    accepts=lambda curve: curve[-1] < 0.8 * curve[0],
    chaotic=frozenset(
        {"update_every_sample", "gradient_not_divided", "cross_entropy_summed", "no_zero_grad"}
    ),
    forbids="autograd",
)

LESSON = Lesson(
    name="15_softmax_cross_entropy",
    title="Softmax and cross-entropy",
    question="how does one learn a class?",
    exercises=(SOFTMAX, CROSS_ENTROPY, LOGIT_GRADIENT, ACCURACY, EXERCISE),
    teaches={
        "forward": "softmax",
        "backward": "gradient",
        "exercise": "exercise",
        "softmax": "softmax",
        "cross-entropy": "likelihood",
        "p − y": "gradient",
        "a batch of classes": "exercise",
    },
    minutes=43,
    explains={
        "logit": "one-score-each",
        "softmax": "softmax",
        "cross_entropy": "cross-entropy",
        "log_sum_exp": "log-sum-exp",
        "one_hot": "gradient",
        "accuracy": "accuracy",
    },
)
