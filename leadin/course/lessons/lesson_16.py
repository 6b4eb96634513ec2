"""Lesson 16: real digits, learned in mini-batches, with some held out to say how good that is.

The net is softmax(tanh(x·w1ᵀ + b1)·w2ᵀ + b2) with the mean cross-entropy of a batch of k rows; the
batches come in the order of the data, and the last one has what is left.
"""

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import Any

from leadin.course.exercise import Draw, Exercise, Inputs, matrix, signed, vector
from leadin.course.lesson import Lesson
from leadin.course.small import Small
from leadin.training.batches import IDENTITY, RELU, SIGMOID, TANH, Net, cross_entropy, missed
from leadin.training.classes import common_of_classes
from leadin.training.loop import Curve, Loop, Sizes
from leadin.training.mistakes import Mistakes, samples, some_of, targets

NAME = "16_real_digits"

#: Labels to learn from, labels held out -> a share.
Share = Callable[[Sequence[int], Sequence[int]], float]


def _most_frequent(labels: Sequence[int]) -> int:
    return Counter(labels).most_common(1)[0][0]


def always(choose: Callable[[Sequence[int], Sequence[int]], int]) -> Share:
    """The share of the labels held out that are right if one always says the same.

    Args:
        choose: (labels to learn from, labels held out) -> what is said.
    """
    return lambda y_train, y_val: list(y_val).count(choose(y_train, y_val)) / len(y_val)


RIGHT_SHARE = always(lambda y_train, y_val: _most_frequent(y_train))

WRONG_SHARES: Mapping[str, Callable[..., Any]] = {
    "chosen_on_validation": always(lambda _y_train, y_val: _most_frequent(y_val)),
    "share_of_training": lambda y_train, y_val: always(lambda one, _other: _most_frequent(one))(
        y_train, y_train
    ),
    "divided_by_training": lambda y_train, y_val: (
        list(y_val).count(_most_frequent(y_train)) / len(y_train)
    ),
    "sides_exchanged": lambda y_train, y_val: RIGHT_SHARE(y_val, y_train),
    "rarest_label": always(lambda y_train, _y_val: Counter(y_train).most_common()[-1][0]),
    "largest_label": always(lambda y_train, _y_val: max(y_train)),
    "first_label": always(lambda y_train, _y_val: y_train[0]),
    "one_over_classes": lambda y_train, y_val: 1 / len({*y_train, *y_val}),
    "label_for_share": lambda y_train, y_val: _most_frequent(y_train),
    "not_divided": lambda y_train, y_val: list(y_val).count(_most_frequent(y_train)),
    "error_rate": lambda y_train, y_val: 1 - RIGHT_SHARE(y_train, y_val),
    "in_percent": lambda y_train, y_val: 100 * RIGHT_SHARE(y_train, y_val),
}


def draw_labels(rng: random.Random) -> Inputs:
    """Labels of which one is the most frequent, and on which no known mistake is right by chance."""
    while True:
        classes = rng.sample(range(10), 4)
        y_train = rng.choices(classes, weights=(5, 2, 2, 1), k=rng.randint(10, 13))
        y_val = rng.choices(classes, k=rng.randint(7, 9))
        counts = sorted(Counter(y_train).values())
        if len(counts) < 4 or counts[-1] == counts[-2] or counts[0] == counts[1]:
            continue
        if max(Counter(y_val).values()) == sorted(Counter(y_val).values())[-2]:
            continue
        right = RIGHT_SHARE(y_train, y_val)
        wrong = [each(y_train, y_val) for each in WRONG_SHARES.values()]
        if right and all(abs(each - right) > 0.01 for each in wrong):
            return {"y_train": y_train, "y_val": y_val}


BASELINE = Small(
    id="16-baseline",
    lesson=NAME,
    function="baseline",
    minutes=2,
    level=1,
    section="baseline",
    right=RIGHT_SHARE,
    lesson_inputs={"y_train": [9, 4, 4, 1, 4, 9], "y_val": [4, 9, 9, 9, 4]},
    draw=draw_labels,
    wrong=WRONG_SHARES,
)

Batches = list[list[int]]


def _steps(n: int, k: int) -> Batches:
    return [[i, min(i + k, n)] for i in range(0, n, k)]


def _rest_in_last(n: int, k: int) -> Batches:
    """The rows that fill no batch, together with the last one that is full."""
    full = _full(n, k)
    return [*full[:-1], [full[-1][0], n]] if full else [[0, n]]


def _full(n: int, k: int) -> Batches:
    return [[i, i + k] for i in range(0, n - k + 1, k)]


def _in_k_parts(n: int, k: int) -> Batches:
    """k batches, as equal as they can be."""
    ends = [round(n * i / k) for i in range(k + 1)]
    return [list(pair) for pair in zip(ends, ends[1:], strict=False)]


def draw_sizes(rng: random.Random) -> Inputs:
    """Rows and a size of batches: mostly all are full, as the lesson's are not; or one has all."""
    k = rng.choice((3, 5, 6, 7))  # four are the lesson's
    kind = rng.choices(("full", "rest", "one"), weights=(6, 3, 1))[0]
    rest = {"full": 0, "rest": rng.randint(1, k - 1), "one": rng.randint(2, k - 1)}[kind]
    return {"n": rest + (0 if kind == "one" else k * rng.randint(2, 4)), "k": k}


BATCHES = Small(
    id="16-batches",
    lesson=NAME,
    function="batches",
    minutes=2,
    level=1,
    section="mini-batches",
    right=_steps,
    lesson_inputs={"n": 10, "k": 4},
    draw=draw_sizes,
    wrong={
        "last_batch_dropped": _full,
        "past_the_end": lambda n, k: [[i, i + k] for i in range(0, n, k)],
        "last_row_for_end": lambda n, k: [[i, end - 1] for i, end in _steps(n, k)],
        "rows_from_one": lambda n, k: [[i + 1, end] for i, end in _steps(n, k)],
        "size_for_end": lambda n, k: [[i, end - i] for i, end in _steps(n, k)],
        "last_k_rows_again": lambda n, k: [[min(i, n - k), min(i + k, n)] for i in range(0, n, k)],
        "rest_in_last": _rest_in_last,
        "rest_comes_first": lambda n, k: (
            [[max(end - k, 0), end] for end in range(n % k or k, n + 1, k)]
        ),
        "sliding_batches": lambda n, k: [[i, i + k] for i in range(n - k + 1)],
        "k_batches": _in_k_parts,
        "starts_only": lambda n, k: list(range(0, n, k)),
        "count_of_batches": lambda n, k: -(-n // k),
        "empty_batch": lambda n, k: [[i, min(i + k, n)] for i in range(0, n + 1, k)],
    },
)


def _lowest(val_losses: Sequence[float]) -> list[float]:
    return _at(val_losses, min(range(len(val_losses)), key=val_losses.__getitem__))


def _at(losses: Sequence[float], epoch: int) -> list[float]:
    epoch %= len(losses)
    return [epoch, losses[epoch]]


def _before_first_rise(losses: Sequence[float]) -> int:
    return next(i for i in range(len(losses) - 1) if losses[i + 1] > losses[i])


def draw_losses(rng: random.Random) -> Inputs:
    """A curve that falls, rises once on its way, falls further, and rises in the end."""
    while True:
        steps = [
            *(-rng.uniform(0.1, 0.3) for _ in range(rng.randint(2, 3))),
            rng.uniform(0.02, 0.09),
            *(-rng.uniform(0.05, 0.2) for _ in range(rng.randint(2, 3))),
            *(rng.uniform(0.01, 0.05) for _ in range(rng.randint(2, 4))),
        ]
        losses = [round(each, 3) for each in accumulate(steps, initial=rng.uniform(1.8, 2.4))]
        if min(losses) > 0.3 and len(set(losses)) == len(losses):
            return {"val_losses": losses}


BEST_EPOCH = Small(
    id="16-best-epoch",
    lesson=NAME,
    function="best_epoch",
    minutes=2,
    level=1,
    section="overfitting",
    right=_lowest,
    lesson_inputs={"val_losses": [1.2, 0.9, 1.0, 0.4, 0.3, 0.5, 0.6]},
    draw=draw_losses,
    wrong={
        "last_epoch": lambda val_losses: _at(val_losses, -1),
        "stops_at_first_rise": lambda val_losses: _at(val_losses, _before_first_rise(val_losses)),
        "after_first_rise": lambda val_losses: _at(val_losses, _before_first_rise(val_losses) + 1),
        "highest_loss": lambda val_losses: _at(val_losses, val_losses.index(max(val_losses))),
        "epoch_after_lowest": lambda val_losses: _at(val_losses, int(_lowest(val_losses)[0]) + 1),
        "epoch_before_lowest": lambda val_losses: _at(val_losses, int(_lowest(val_losses)[0]) - 1),
        "loss_at_the_end": lambda val_losses: [_lowest(val_losses)[0], val_losses[-1]],
        "loss_at_the_start": lambda val_losses: [_lowest(val_losses)[0], val_losses[0]],
        "fastest_fall": lambda val_losses: _at(
            val_losses,
            1 + min(range(len(val_losses) - 1), key=lambda i: val_losses[i + 1] - val_losses[i]),
        ),
        "epoch_alone": lambda val_losses: _lowest(val_losses)[0],
        "loss_alone": lambda val_losses: min(val_losses),
        "mean_of_losses": lambda val_losses: [
            _lowest(val_losses)[0],
            sum(val_losses) / len(val_losses),
        ],
    },
)


def _labels(rng: random.Random, n: int, c: int) -> list[int]:
    """Each class at least once where there are enough rows."""
    labels = [*range(c), *(rng.randrange(c) for _ in range(n))][:n]
    rng.shuffle(labels)
    return labels


def draw(rng: random.Random, n: int, d: int, h: int, c: int, k: int) -> Inputs:
    """Rows around a place for each class, so near to the others that the loss stays up.

    Args:
        rng: where the numbers come from.
        n: rows.
        d: numbers of a row.
        h: hidden units.
        c: classes.
        k: rows of a batch.
    """
    places = matrix(rng, c, d, 0.2, 0.9)
    y_data, y_val = _labels(rng, n, c), _labels(rng, k + 1, c)

    def rows(labels: Sequence[int]) -> Any:
        return [[round(z + signed(rng, 0.2, 0.9), 2) for z in places[y]] for y in labels]

    return {
        "x_data": rows(y_data),
        "y_data": y_data,
        "x_val": rows(y_val),
        "y_val": y_val,
        "w1": matrix(rng, h, d, 0.3, 0.9),
        "b1": vector(rng, h, 0.1, 0.5),
        "w2": matrix(rng, c, h, 0.3, 0.9),
        "b2": vector(rng, c, 0.1, 0.5),
        "k": k,
    }


NAMES = ("w1", "b1", "w2", "b2")
MODEL = Net(NAMES, softmax="shifted", batch="k")


def _down_columns(log_p: Any, y: Any, sizes: Sizes) -> Any:
    """The slope of the cross-entropy of softmax over the rows: as many p as rows of the class."""
    p = missed(log_p, y, sizes) + y
    return p * y.sum(axis=0) - y


def _is_right(log_p: Any, y: Any, _sizes: Sizes) -> Any:
    """Whether the row's own class is the likeliest."""
    return y * (log_p == log_p.max(axis=1, keepdims=True))


def _is_wrong(log_p: Any, y: Any, _sizes: Sizes) -> Any:
    return y * (log_p < log_p.max(axis=1, keepdims=True))


def _mean_so_far(curve: Curve) -> Curve:
    return [total / i for i, total in enumerate(accumulate(curve), start=1)]


#: In the net and its gradients, whatever is reported.
OF_NET: Mistakes = {
    "no_zero_grad": [{"zeroes": "never"}, {"zeroes": "every epoch"}, {"zeroes": "later steps"}],
    "frozen_param": [{"frozen": some} for some in some_of(NAMES)],
    "updated_too_early": [{"through": "updated W"}],
    "no_bias": [{"without": frozenset(some)} for some in ({"b1"}, {"b2"}, {"b1", "b2"})],
    "wrong_axis": [
        {"softmax": "over rows"},
        {"softmax": "over rows", "loss_slope": _down_columns},
    ],
    "missing_x_factor": [{"ones": frozenset({"w1"})}],
    "missing_h_factor": [{"ones": frozenset({"w2"})}],
    "no_nonlinearity": [{"hidden": IDENTITY}],
    "nonlinearity_on_output": [{"output": TANH}],
    "relu_for_tanh": [{"hidden": RELU}],
    "sigmoid_for_tanh": [{"hidden": SIGMOID}],
    "missing_activation_slope": [
        {"unbent": frozenset(some)} for some in ({"w1", "b1"}, {"w1"}, {"b1"})
    ],
    "slope_at_wrong_place": [{"hidden_slope": lambda _z, a: 1 - TANH.value(a) ** 2}],
    "one_update_per_epoch": [{"batch": "all"}],
    "ignores_k": [{"batch": "one"}],
    "divides_by_k": [{"slope_over": "k"}],
    "drops_last_group": [{"partial": "dropped"}],
    "first_batch_only": [{"visit": "first"}],
    "data_reversed": [samples(lambda values: values[::-1])],
    "restarts_each_epoch": [{"restarts": True}],
    "sorted_labels": [targets(lambda _x, y: sorted(y))],
}

#: What makes no difference while no logit is large, and what has other names here.
NOT_HERE = ("unshifted_softmax", "log_of_softmax", "loss_after_update")


def and_common(special: Mistakes, *without: str) -> Mistakes:
    """With what can go wrong in every net of classes: after the others, as two at once are sought.

    Args:
        special: what can go wrong in an exercise; it may take the place of something common.
        without: ids of common ones to leave out.
    """
    others = common_of_classes(*NOT_HERE, *without).items()
    return {**special, **{mistake: edits for mistake, edits in others if mistake not in special}}


OF_BATCHES: Mistakes = {
    **OF_NET,
    # The loss of what has been dropped is missing, and its rows are counted, or not.
    "drops_last_group": [{"partial": "dropped"}, {"partial": "dropped", "log": "mean of all rows"}],
    "divides_by_k": [{"slope_over": "k"}, {"over": "k"}],
    "mean_of_batch_means": [{"log": "mean"}],
    "last_loss_for_mean": [{"log": "last"}],
    "first_batch_loss": [{"log": "first"}],
    "sum_loss_for_mean": [{"log": "sum"}, {"log": "sum of rows"}],
    "batches_for_rows": [{"log": "batches over rows"}, {"log": "rows over batches"}],
    "loss_every_batch": [{"log": "every"}],
    "loss_at_epoch_end": [{"log": "mean of rows at end"}],
    "loss_at_epoch_start": [
        {"log": "mean of rows at end", "logs_start": True, "surplus_epochs": -1},
    ],
    "running_total": [
        {"returns": lambda curve: list(accumulate(curve))},
        {"log": "sum", "returns": lambda curve: list(accumulate(curve))},
        {"returns": _mean_so_far},
    ],
    "accuracy_for_loss": [{"loss": _is_right}, {"loss": _is_wrong}],
}

X_DATA = [
    *([0.9, 0.1, 0.8, 0.2], [0.8, 0.9, 0.1, 0.2], [0.9, 0.2, 0.1, 0.8], [0.7, 0.3, 0.9, 0.1]),
    *([0.9, 0.7, 0.2, 0.3], [0.8, 0.1, 0.3, 0.9], [0.6, 0.2, 0.7, 0.4], [0.7, 0.8, 0.3, 0.1]),
    *([0.9, 0.6, 0.2, 0.7], [0.8, 0.4, 0.6, 0.2]),
]
X_VAL = [
    *([0.8, 0.2, 0.7, 0.1], [0.6, 0.9, 0.2, 0.1], [0.9, 0.3, 0.2, 0.6], [0.7, 0.5, 0.6, 0.3]),
    [0.8, 0.6, 0.1, 0.5],
]
LESSON_INPUTS: Inputs = {
    "x_data": X_DATA,
    "y_data": [0, 1, 2, 0, 1, 2, 0, 1, 1, 2],
    "x_val": X_VAL,
    "y_val": [0, 1, 2, 0, 1],
    "w1": [[0.6, -0.4, 0.5, -0.3], [-0.5, 0.7, -0.2, 0.4], [0.3, -0.6, -0.4, 0.8]],
    "b1": [0.1, -0.1, 0.2],
    "w2": [[0.5, -0.4, 0.3], [-0.3, 0.6, -0.5], [0.2, -0.5, 0.4]],
    "b2": [0.1, 0.0, -0.1],
    "lr": 0.3,
    "epochs": 40,
    "k": 4,
}
PLAIN: Inputs = {
    "x_data": [[1.0, 2.0], [-1.0, 1.0], [2.0, -1.0]],
    "y_data": [1, 0, 1],
    "x_val": [[1.0, -1.0], [0.5, 1.0], [-2.0, 0.5]],
    "y_val": [0, 1, 1],
    "w1": [[0.5, -1.0], [1.0, 0.5], [-0.5, 0.25]],
    "b1": [0.5, -0.5, 0.25],
    "w2": [[1.0, -0.5, 0.5], [0.5, 1.0, -1.0]],
    "b2": [0.25, -0.25],
    "lr": 0.5,
    "epochs": 3,
    "k": 2,
}
HELD_OUT = ("x_val", "y_val")
#: Sizes at which an answer may break: rows, inputs, hidden units, classes, rows of a batch.
EDGES = {
    "k divides the rows": (4, 2, 3, 2, 2),
    "k of one": (3, 3, 2, 3, 1),
    "k as many as rows": (3, 2, 3, 3, 3),
    "k more than rows": (2, 3, 2, 2, 5),
    "every width three": (4, 3, 3, 3, 3),
}
#: Rows, inputs, hidden units, classes and rows of a batch: few hidden units, or few inputs.
SIZES = (8, 4, 3, 4, 3), (7, 2, 4, 3, 2)


def without_held_out(inputs: Inputs) -> Inputs:
    """The same inputs for an exercise that holds nothing out."""
    return {name: value for name, value in inputs.items() if name not in HELD_OUT}


#: Long steps, or ever longer ones, bring float32 and float64 apart.
CHAOTIC = frozenset(
    {"no_zero_grad", "wrong_sign", "cross_entropy_summed", "gradient_not_divided"}
    | {"ignores_k", "relu_for_tanh"}
)

MINI_BATCHES = Exercise(
    id="16-mini-batches",
    lesson=NAME,
    points=4,
    minutes=8,
    level=3,
    model=MODEL,
    loop=Loop(loss=cross_entropy, loss_slope=missed, log="mean of rows"),
    lesson_inputs=without_held_out(LESSON_INPUTS),
    draw=draw,
    # The second steps are so long that the loss rises now and then, and float32 still keeps up.
    hidden=[
        Draw(SIZES[0], lr=(0.2, 0.25, 0.35), epochs=(10, 14)),
        Draw(SIZES[1], lr=(0.8, 0.9, 1.0), epochs=(6, 8)),
    ],
    plain=without_held_out(PLAIN),
    edges=EDGES,
    mistakes=and_common(OF_BATCHES),
    accepts=lambda curve: curve[-1] < 0.8 * curve[0],
    chaotic=CHAOTIC,
)


def trained_on(put: Callable[[Any, Any], tuple[Any, Any]]) -> Mapping[str, Any]:
    """A loop with other data to train with, or to report on.

    Args:
        put: (data to train with, data held out) -> what it takes for them.
    """

    def reads(inputs: Inputs) -> Inputs:
        x_data, x_val = put(inputs["x_data"], inputs["x_val"])
        y_data, y_val = put(inputs["y_data"], inputs["y_val"])
        return {**inputs, "x_data": x_data, "y_data": y_data, "x_val": x_val, "y_val": y_val}

    return {"reads": reads}


OF_VALIDATION: Mistakes = {
    "training_loss": [
        {"log": "mean of rows"},
        {"log": "mean"},
        {"log": "last"},
        {"log": "mean of rows at end"},
    ],
    "validated_before": [{"logs_start": True, "surplus_epochs": -1}],
    "trains_on_validation": [
        trained_on(lambda data, val: (data + val, val)),
        trained_on(lambda _data, val: (val, val)),
        trained_on(lambda data, val: (val, data)),
    ],
    "validates_on_all": [trained_on(lambda data, val: (data, data + val))],
    "mean_of_batch_means": [{"log": "held out by k"}],
    "best_so_far": [{"returns": lambda curve: list(accumulate(curve, min))}],
    "accuracy_for_loss": [{"loss": _is_right}, {"loss": _is_wrong}],
    "running_total": [
        {"returns": lambda curve: list(accumulate(curve))},
        {"returns": _mean_so_far},
    ],
    **OF_NET,
}

VALIDATION = Exercise(
    id="16-validation-curve",
    lesson=NAME,
    points=4,
    minutes=4,
    level=2,
    model=MODEL,
    loop=Loop(loss=cross_entropy, loss_slope=missed, log="held out"),
    lesson_inputs=LESSON_INPUTS,
    draw=draw,
    hidden=[
        Draw(SIZES[0], lr=(0.2, 0.25, 0.35), epochs=(10, 14)),
        Draw(SIZES[1], lr=(0.4, 0.5, 0.6), epochs=(6, 9)),
    ],
    plain=PLAIN,
    edges=EDGES,
    mistakes=and_common(OF_VALIDATION, "idle_epoch"),
    chaotic=CHAOTIC,
)

LESSON = Lesson(
    name=NAME,
    title="Real digits",
    question="does all this work on something real?",
    exercises=(BASELINE, BATCHES, MINI_BATCHES, BEST_EPOCH, VALIDATION),
    teaches={
        "exercise": "mini-batches-task",
        "groups": "mini-batches",
        "mini-batches": "mini-batches-task",
        "validation": "exercise",
    },
    minutes=44,
)
