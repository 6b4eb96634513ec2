"""What every loop can get wrong, whatever it trains; exercises take from this one table."""

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import Any, TypeAlias, TypeVar

from leadin.training.loop import PER_SAMPLE, Curve, ErrorRule, Inputs, Move, of_error

#: Fields of a loop or of its model that a mistake changes.
Edit: TypeAlias = Mapping[str, object]
#: The edits that stand for each mistake: several ways to make one are several edits.
Mistakes: TypeAlias = dict[str, Sequence[Edit]]

T = TypeVar("T")


def samples(choose: Callable[[list[Any]], list[Any]]) -> Edit:
    """A loop over other samples than those that it is given.

    Args:
        choose: the samples' values -> those that it goes through.
    """

    def reads(inputs: Inputs) -> Inputs:
        return {**inputs, **{name: choose(inputs[name]) for name in PER_SAMPLE if name in inputs}}

    return {"reads": reads}


def targets(y: Callable[[Any, Any], Any], x: Callable[[Any, Any], Any] | None = None) -> Edit:
    """A loop that takes something else for y, or for x.

    Args:
        y: (x_data, y_data) -> what it takes for y_data.
        x: the same for x_data; None means x_data.
    """

    def reads(inputs: Inputs) -> Inputs:
        given = inputs["x_data"], inputs["y_data"]
        return {**inputs, "x_data": x(*given) if x else given[0], "y_data": y(*given)}

    return {"reads": reads}


def by_epochs(epochs: Callable[[Inputs], int]) -> Edit:
    """A loop that runs for another number of epochs than it is asked to."""
    return {"reads": lambda inputs: {**inputs, "epochs": epochs(inputs)}}


def by_rate(rate: Callable[[float], float]) -> Edit:
    """A loop that makes something else of lr before it begins."""
    return {"reads": lambda inputs: {**inputs, "lr": rate(inputs["lr"])}}


def stepping(move: Move) -> Edit:
    """A loop whose step is another one.

    Args:
        move: (w, gradient, lr, loss) -> w after the step.
    """
    return {"move": move}


def doubled(curve: Curve) -> Curve:
    """Each value twice, as two lines that append give it."""
    return [value for value in curve for _ in range(2)]


def decaying(share: float) -> Move:
    """A step that also pulls a parameter towards zero."""
    return lambda w, g, lr, _loss: w - lr * (g + share * w)


def times(factor: float, rule: ErrorRule) -> ErrorRule:
    """A rule of the error, multiplied."""
    return lambda r, sizes: factor * rule(r, sizes)


#: Slopes of |r|.
SIGNS: Sequence[ErrorRule] = (
    lambda r, _sizes: float((r > 0) - (r < 0)),
    lambda r, _sizes: 1.0 if r >= 0 else -1.0,
    lambda r, _sizes: 1.0 if r > 0 else -1.0,
)

COMMON: Mistakes = {
    "wrong_sign": [{"factor": -1.0}],
    # A step of 1/n of its length, or of any other constant share, which the search solves for.
    "wrong_lr": [{"loss_slope": of_error(lambda r, sizes: 2 * r / sizes.n)}],
    "no_update": [{"factor": 0.0}],
    "missing_factor_2": [{"factor": 0.5}],
    "zero_before_step": [{"factor": 0.0}],
    "one_update_per_epoch": [
        {"group": "epoch"},
        {"group": "epoch", "share": "count"},
        {"group": "epoch", "replaces": True},
    ],
    "stale_gradient": [{"stale": True}],
    "restarts_each_epoch": [{"restarts": True}],
    "loss_after_update": [{"log": "last after"}],
    "first_sample_loss": [{"log": "first"}],
    "summed_loss": [{"log": "sum"}, {"log": "sum at end"}],
    "mean_loss": [{"log": "mean"}, {"log": "mean at end"}],
    "loss_every_sample": [{"log": "every"}],
    "halved_loss": [
        {
            "loss": of_error(lambda r, _sizes: r * r / 2),
            "loss_slope": of_error(lambda r, _sizes: r),
        },
        {"loss": of_error(lambda r, _sizes: r * r / 2)},
    ],
    "divided_by_n": [
        {
            "loss": of_error(lambda r, sizes: r * r / sizes.n),
            "loss_slope": of_error(lambda r, sizes: 2 * r / sizes.n),
        },
        {"loss": of_error(lambda r, sizes: r * r / sizes.n)},
    ],
    # Where the error is exactly zero, a slope of the absolute error may be 0, 1 or −1.
    "abs_loss": [
        *(
            {"loss": of_error(lambda r, _sizes: abs(r)), "loss_slope": of_error(slope)}
            for slope in SIGNS
        ),
        {"loss": of_error(lambda r, _sizes: abs(r))},
    ],
    "data_reversed": [{"visit": "reversed"}],
    "only_first_sample": [{"visit": "first"}, {"breaks": True}],
    "loops_exchanged": [{"exchanged": True}, {"exchanged": True, "log": "every"}],
    "missing_epoch": [{"surplus_epochs": -1}, {"skips_first": True}],
    "extra_epoch": [{"surplus_epochs": 1}, {"logs_start": True}],
    "no_zero_grad": [{"zeroes": "never"}, {"zeroes": "every epoch"}, {"zeroes": "later steps"}],
    # The loss.
    "square_forgotten": [
        {
            "loss": of_error(lambda r, _sizes: r),
            "loss_slope": of_error(lambda _r, _sizes: 1.0),
        },
        {"loss": of_error(lambda r, _sizes: r)},
        {
            "loss": of_error(lambda r, _sizes: -r),
            "loss_slope": of_error(lambda _r, _sizes: -1.0),
        },
        {"loss": of_error(lambda r, _sizes: -r)},
    ],
    "doubled_for_squared": [
        {
            "loss": of_error(lambda r, _sizes: 2 * r),
            "loss_slope": of_error(lambda _r, _sizes: 2.0),
        },
        {"loss": of_error(lambda r, _sizes: 2 * r)},
        {"loss": of_error(lambda r, _sizes: -2 * r)},
    ],
    "higher_power": [
        {
            "loss": of_error(lambda r, _sizes: r * r * r),
            "loss_slope": of_error(lambda r, _sizes: 3 * r * r),
        },
        {"loss": of_error(lambda r, _sizes: r * r * r)},
        {
            "loss": of_error(lambda r, _sizes: r * r * r * r),
            "loss_slope": of_error(lambda r, _sizes: 4 * r * r * r),
        },
        {"loss": of_error(lambda r, _sizes: r * r * r * r)},
    ],
    "negated_loss": [
        {"loss": of_error(lambda r, _sizes: -r * r)},
        {
            "loss": of_error(lambda r, _sizes: -r * r),
            "loss_slope": of_error(lambda r, _sizes: -2 * r),
        },
    ],
    "target_forgotten": [
        {"loss": lambda p, _y, _sizes: p * p, "loss_slope": lambda p, _y, _sizes: 2 * p},
        {"loss": lambda p, _y, _sizes: p * p},
        {"loss_slope": lambda p, _y, _sizes: 2 * p},
        {"loss": lambda p, _y, _sizes: p, "loss_slope": lambda _p, _y, _sizes: 1.0},
    ],
    "prediction_forgotten": [
        {"loss": lambda _p, y, _sizes: y * y, "loss_slope": lambda _p, _y, _sizes: 0.0},
        {"loss": lambda _p, y, _sizes: y * y},
        {"loss_slope": lambda _p, y, _sizes: -2 * y},
    ],
    "plus_for_minus": [
        {
            "loss": lambda p, y, _sizes: (p + y) * (p + y),
            "loss_slope": lambda p, y, _sizes: 2 * (p + y),
        },
        {"loss": lambda p, y, _sizes: (p + y) * (p + y)},
        {"loss_slope": lambda p, y, _sizes: 2 * (p + y)},
    ],
    "times_for_minus": [
        {
            "loss": lambda p, y, _sizes: p * y * p * y,
            "loss_slope": lambda p, y, _sizes: 2 * p * y * y,
        },
        {"loss": lambda p, y, _sizes: p * y * p * y},
        {"loss_slope": lambda p, y, _sizes: 2 * p * y},
    ],
    # The slope.
    "error_forgotten": [
        {"loss_slope": lambda _p, _y, _sizes: 2.0},
        {"loss_slope": lambda _p, _y, _sizes: 1.0},
    ],
    "loss_for_error": [
        {"loss_slope": of_error(lambda r, _sizes: 2 * r * r)},
        {"loss_slope": of_error(lambda r, _sizes: r * r)},
    ],
    "squared_twice": [
        {"loss_slope": of_error(lambda r, _sizes: 4 * r * r * r)},
        {"loss_slope": of_error(lambda r, _sizes: 2 * r * r * r)},
    ],
    "absolute_slope": [{"loss_slope": of_error(lambda r, _sizes: 2 * abs(r))}],
    "same_sign_slope": [
        {"loss_slope": of_error(times(factor, slope))} for slope in SIGNS for factor in (1.0, 2.0)
    ],
    # The step.
    "steps_by_loss": [stepping(lambda w, _g, lr, loss: w - lr * loss)],
    "steps_by_weight": [
        stepping(lambda w, _g, lr, _loss: w - lr * w),
        stepping(lambda w, _g, lr, _loss: w + lr * w),
    ],
    "steps_without_slope": [
        stepping(lambda w, _g, lr, _loss: w - lr),
        stepping(lambda w, _g, lr, _loss: w + lr),
    ],
    "step_for_weight": [
        stepping(lambda _w, g, lr, _loss: lr * g),
        stepping(lambda _w, g, lr, _loss: -lr * g),
        stepping(lambda _w, g, _lr, _loss: g),
    ],
    "misused_rate": [
        stepping(lambda w, g, lr, _loss: w - (lr + g)),
        stepping(lambda w, g, lr, _loss: w - (lr - g)),
        stepping(lambda w, g, lr, _loss: w - (g - lr)),
        stepping(lambda w, g, lr, _loss: w - (g / lr if lr else 0.0)),
        stepping(lambda w, g, lr, _loss: w - (lr / g if g else 0.0)),
        stepping(lambda w, g, lr, _loss: (w - lr) * g),
        by_rate(lambda lr: lr * lr),
    ],
    "multiplies_weight": [
        stepping(lambda w, g, lr, _loss: w * (1 - lr * g)),
        stepping(lambda w, g, lr, _loss: w * lr * g),
    ],
    "zeroes_weight": [
        {"move": lambda _w, _g, _lr, _loss: 0.0},
    ],
    "momentum": [{"leaves": share} for share in (0.9, 0.5, 0.99)],
    "weight_decay": [stepping(decaying(share)) for share in (0.1, 0.01)],
    "idle_epoch": [{"idle_epochs": 1}],
    # The data.
    "swapped_x_y": [targets(lambda x, _y: x, lambda _x, y: y)],
    "x_for_y": [targets(lambda x, _y: x)],
    "y_for_x": [targets(lambda _x, y: y, lambda _x, y: y)],
    "y_reversed": [targets(lambda _x, y: y[::-1])],
    "skipped_sample": [
        samples(lambda values: values[1:]),
        samples(lambda values: values[:-1]),
        samples(lambda values: values[::2]),
        samples(lambda values: values[:3]),
        samples(lambda values: values[:2]),
    ],
    "sorted_data": [
        {
            "reads": lambda inputs: {
                **inputs,
                "x_data": sorted(inputs["x_data"]),
                "y_data": sorted(inputs["y_data"]),
            }
        },
        targets(lambda _x, y: y, lambda x, _y: sorted(x)),
        targets(lambda _x, y: sorted(y)),
    ],
    "doubled_sample": [samples(lambda values: [each for each in values for _ in range(2)])],
    # What is kept, and when it stops.
    "extreme_loss": [{"log": "largest"}, {"log": "smallest"}],
    "other_samples_loss": [{"log": "second"}, {"log": "next to last"}],
    "running_total": [
        {"log": "sum", "returns": lambda curve: list(accumulate(curve))},
        {"log": "mean", "returns": lambda curve: list(accumulate(curve))},
        {"returns": lambda curve: list(accumulate(curve))},
        {
            "log": "mean",
            "returns": lambda curve: [
                total / i for i, total in enumerate(accumulate(curve), start=1)
            ],
        },
    ],
    "logged_twice": [{"returns": doubled}],
    "keeps_last_only": [{"returns": lambda curve: curve[-1:]}],
    "sorted_losses": [
        {"returns": sorted},
        {"returns": lambda curve: sorted(curve, reverse=True)},
    ],
    "reversed_losses": [{"returns": lambda curve: curve[::-1]}],
    "prediction_for_loss": [{"log": "prediction"}],
    "weight_for_loss": [{"log": "parameter"}],
    "gradient_for_loss": [{"log": "gradient"}],
    "target_for_loss": [{"log": "target"}],
    "counts_samples": [by_epochs(lambda inputs: len(inputs["x_data"]))],
    "too_many_epochs": [
        by_epochs(lambda inputs: inputs["epochs"] * len(inputs["x_data"])),
        by_epochs(lambda inputs: 2 * inputs["epochs"]),
    ],
}


#: For losses of several numbers; that of a single one is the absolute error.
ROOT_OF_LOSS: Mistakes = {
    "root_of_loss": [{"returns": lambda curve: [abs(value) ** 0.5 for value in curve]}]
}


def common(*without: str) -> Mistakes:
    """The table, without mistakes that an exercise does not have.

    Args:
        without: ids to leave out.

    Raises:
        KeyError: if one of them is not in the table.
    """
    chosen = dict(COMMON)
    for mistake in without:
        del chosen[mistake]
    return chosen


#: What makes no sense where the one sample of an epoch is a batch, or has the same curve as the
#: right loop there; some of them are other edits of a `Net`.
_NOT_IN_BATCHES = (
    *("wrong_lr", "one_update_per_epoch", "stale_gradient", "first_sample_loss", "summed_loss"),
    *("mean_loss", "loss_every_sample", "divided_by_n", "data_reversed", "only_first_sample"),
    *("loops_exchanged", "doubled_sample", "extreme_loss", "other_samples_loss", "running_total"),
    *("restarts_each_epoch", "no_zero_grad"),
)


def common_in_batches(*without: str) -> Mistakes:
    """The table for nets that train on a whole batch in each epoch.

    Args:
        without: ids to leave out.

    Raises:
        KeyError: if one of them is not in the table.
    """
    chosen: Mistakes = {
        **common(*_NOT_IN_BATCHES),
        "only_first_sample": [samples(lambda values: values[:1])],
        "no_zero_grad": [{"zeroes": "never"}, {"zeroes": "later steps"}],
        "running_total": [{"returns": lambda curve: list(accumulate(curve))}],
    }
    for mistake in without:
        del chosen[mistake]
    return chosen


def in_line(names: Sequence[str], features: Callable[[float], tuple[float, ...]]) -> Mistakes:
    """What can go wrong in a line, whatever its features.

    Args:
        names: its parameters; those that start with `b` are biases.
        features: x -> their factors.
    """
    weights = [i for i, name in enumerate(names) if not name.startswith("b")]
    mistakes: Mistakes = {
        "x_forgotten": [
            {"features": changed(features, some, 1.0), **slopes}
            for some in ({i} for i in weights)
            for slopes in ({}, {"slopes": features})
        ],
        "weight_for_x": [{"factors": "parameters"}],
        "target_for_x": [{"factors": "target"}],
    }
    if len(names) > 1:
        mistakes["parameter_for_another"] = [
            {"reads": lambda inputs, one=one, other=other: {**inputs, one: inputs[other]}}
            for one in names
            for other in names
            if one != other
        ]
        mistakes["missing_term"] = [{"features": changed(features, {i}, 0.0)} for i in weights]
    else:
        # Slopes are named too: another mistake's, for one parameter, would not do for two.
        with_bias = {
            "names": (*names, "b"),
            "features": lambda x: (*features(x), 1.0),
            "slopes": None,
        }
        mistakes["surplus_bias"] = [
            {**with_bias, "reads": lambda inputs: {**inputs, "b": 0.0}},
            {**with_bias, "reads": lambda inputs: {**inputs, "b": 1.0}},
        ]
    return mistakes


def changed(
    features: Callable[[float], tuple[float, ...]], where: set[int], value: float
) -> Callable[[float], tuple[float, ...]]:
    """The same features with another value in some places."""
    return lambda x: tuple(value if i in where else each for i, each in enumerate(features(x)))


def some_of(params: Sequence[T]) -> list[frozenset[T]]:
    """The non-empty proper subsets, for mistakes that are made in some parameters only."""
    return [
        frozenset(param for i, param in enumerate(params) if mask >> i & 1)
        for mask in range(1, (1 << len(params)) - 1)
    ]
