"""What every loop can get wrong, whatever it trains; exercises take from this one table."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias, TypeVar

from leadin.training.loop import of_error

#: Fields of a loop or of its model that a mistake changes.
Edit: TypeAlias = Mapping[str, object]
#: The edits that stand for each mistake: several ways to make one are several edits.
Mistakes: TypeAlias = dict[str, Sequence[Edit]]

T = TypeVar("T")


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
    "abs_loss": [
        {
            "loss": of_error(lambda r, _sizes: abs(r)),
            "loss_slope": of_error(lambda r, _sizes: float((r > 0) - (r < 0))),
        },
        {"loss": of_error(lambda r, _sizes: abs(r))},
    ],
    "data_reversed": [{"visit": "reversed"}],
    "only_first_sample": [{"visit": "first"}],
    "missing_epoch": [{"surplus_epochs": -1}, {"skips_first": True}],
    "extra_epoch": [{"surplus_epochs": 1}, {"logs_start": True}],
    "no_zero_grad": [{"zeroes": "never"}, {"zeroes": "every epoch"}],
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


def some_of(params: Sequence[T]) -> list[frozenset[T]]:
    """The non-empty proper subsets, for mistakes that are made in some parameters only."""
    return [
        frozenset(param for i, param in enumerate(params) if mask >> i & 1)
        for mask in range(1, (1 << len(params)) - 1)
    ]
