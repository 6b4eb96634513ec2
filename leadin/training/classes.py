"""What can go wrong where a `Net` learns classes: in the scores, in the loss, in its gradient.

Rules get the whole batch at once: the logarithms of all probabilities, and the targets, a 1 in each
row for its class. p − y is the gradient at the scores.
"""

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from leadin.training.batches import cross_entropy, missed
from leadin.training.loop import Rule, Sizes
from leadin.training.mistakes import Edit, Mistakes, common_in_batches


def of_right(rule: Callable[[Any], Any]) -> Rule:
    """A rule that knows of each row its own class's probability only.

    Args:
        rule: log p -> what the row has of the loss, or of its slope.
    """

    def of_each(log_p: Any, y: Any, _sizes: Sizes) -> Any:
        return np.where(y, rule(log_p), 0.0)

    return of_each


def earlier(rule: Rule) -> Rule:
    """A rule with the 1 of each target a place too early; before the first comes the last."""

    def of_each(log_p: Any, y: Any, sizes: Sizes) -> Any:
        moved: Any = np.roll(y, -1, axis=1)
        return rule(log_p, moved, sizes)

    return of_each


def squared_of_classes(log_p: Any, y: Any, sizes: Sizes) -> Any:
    """(p − y)², number by number."""
    return missed(log_p, y, sizes) ** 2


def twice_missed(log_p: Any, y: Any, sizes: Sizes) -> Any:
    """2·(p − y), the slope of the squared error at the probabilities."""
    return 2 * missed(log_p, y, sizes)


def _to_base(base: float) -> Sequence[Edit]:
    """A logarithm to another base: in the loss alone, or in its gradient too."""
    share = 1 / math.log(base)
    loss = of_right(lambda log_p: -share * log_p)
    return [
        {"loss": loss},
        {"loss": loss, "loss_slope": lambda log_p, y, sizes: share * missed(log_p, y, sizes)},
    ]


def _of_first(log_p: Any, _y: Any, _sizes: Sizes) -> Any:
    return -log_p * (np.arange(log_p.shape[1]) == 0)


def _of_largest(log_p: Any, _y: Any, _sizes: Sizes) -> Any:
    """Spread over the classes, as every number of a row is added up."""
    return -log_p.max(axis=1, keepdims=True) / log_p.shape[1]


#: Whatever the layers are called.
OF_CLASSES: Mistakes = {
    # The scores, and what softmax makes of them.
    "unshifted_softmax": [{"softmax": "plain"}],
    "wrong_axis": [{"softmax": "over rows"}],
    "softmax_twice": [{"softmax": "twice"}, {"softmax": "twice", "again": True}],
    # The loss.
    "log_of_softmax": [
        {"loss": of_right(lambda log_p: -np.log(np.exp(log_p)))},
        {"loss": lambda log_p, y, _sizes: -y * np.log(np.exp(log_p))},
    ],
    "cross_entropy_summed": [{"over": "nothing"}, {"over": "nothing", "slope_over": "rows"}],
    "log_without_minus": [{"loss": of_right(lambda log_p: log_p)}],
    "base_ten_log": _to_base(10),
    "base_two_log": _to_base(2),
    "probability_for_log": [
        {"loss": of_right(np.exp)},
        {"loss": of_right(lambda log_p: -np.exp(log_p))},
    ],
    "one_minus_probability": [{"loss": of_right(lambda log_p: 1 - np.exp(log_p))}],
    "squared_error_of_classes": [
        {"loss": squared_of_classes},
        {"loss": squared_of_classes, "loss_slope": twice_missed},
        {"loss": squared_of_classes, "loss_slope": twice_missed, "again": True},
    ],
    "first_class_only": [{"loss": _of_first}],
    "answer_for_label": [{"loss": _of_largest}],
    "all_classes_summed": [{"loss": lambda log_p, _y, _sizes: -log_p}],
    "divided_by_classes": [{"over": "numbers"}, {"over": "numbers", "slope_over": "rows"}],
    "label_from_one": [
        {"loss": earlier(cross_entropy), "loss_slope": earlier(missed)},
        {"loss": earlier(cross_entropy)},
        {"loss_slope": earlier(missed)},
    ],
    # Its gradient.
    "p_alone": [{"loss_slope": lambda log_p, _y, _sizes: np.exp(log_p)}],
    "prediction_left_out": [{"loss_slope": lambda _log_p, y, _sizes: -y}],
    "right_class_only": [{"loss_slope": of_right(lambda log_p: np.exp(log_p) - 1)}],
    "absolute_value": [{"loss_slope": lambda log_p, y, sizes: abs(missed(log_p, y, sizes))}],
    "through_softmax_again": [{"again": True}],
    "gradient_not_divided": [{"slope_over": "nothing"}],
    "bias_divided_twice": [{"gathers_bias": "mean"}],
    "bias_of_one_sample": [{"gathers_bias": "first"}, {"gathers_bias": "last"}],
}

#: What is about a squared error, or about a target that is a number.
_NOT_OF_CLASSES = (
    *("missing_factor_2", "halved_loss", "abs_loss", "square_forgotten", "doubled_for_squared"),
    *("higher_power", "negated_loss", "target_forgotten", "prediction_forgotten"),
    *("plus_for_minus", "times_for_minus", "error_forgotten", "loss_for_error", "squared_twice"),
    *("absolute_slope", "same_sign_slope", "swapped_x_y", "x_for_y", "y_for_x", "sorted_data"),
    "target_for_loss",
    # A step that is the same for every class changes no probability.
    *("steps_by_loss", "steps_without_slope"),
)


def common_of_classes(*without: str) -> Mistakes:
    """What can go wrong in a net that learns classes from a whole batch in each epoch.

    Args:
        without: ids to leave out.

    Raises:
        KeyError: if one of them is not in the table.
    """
    chosen = {**common_in_batches(*_NOT_OF_CLASSES), **OF_CLASSES}
    for mistake in without:
        del chosen[mistake]
    return chosen
