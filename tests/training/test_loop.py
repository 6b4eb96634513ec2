"""What the fields of the one loop do, on losses small enough for paper."""

from dataclasses import replace

import pytest

from leadin.training.loop import Loop, train
from leadin.training.mistakes import COMMON, common, some_of
from leadin.training.models import Line

MODEL = Line(("w",), features=lambda x: (x,))
#: From w = 0 the residuals are −1 and −2, the gradients −2 and −8.
INPUTS = {"x_data": [1.0, 2.0], "y_data": [1.0, 2.0], "w": 0.0, "lr": 0.1, "epochs": 2, "k": 2}


def curve(**edit: object) -> list[float]:
    return train(replace(Loop(), **edit), MODEL, INPUTS)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("edit", "first_two"),
    [
        # w: 0, 0.2, 0.84, 0.872, 0.9744
        ({}, [1.6**2, 0.256**2]),
        ({"log": "first"}, [1.0, 0.16**2]),
        ({"log": "mean"}, [(1 + 2.56) / 2, (0.16**2 + 0.256**2) / 2]),
        ({"log": "last after"}, [0.32**2, 0.0512**2]),
        ({"factor": 0.0}, [4.0, 4.0]),
        ({"frozen": frozenset({"w"})}, [4.0, 4.0]),
        ({"restarts": True}, [2.56, 2.56]),
        # One step of 10 times 0.1 lands on w = 1; half of it on 0.5.
        ({"group": "epoch"}, [4.0, 0.0]),
        ({"group": "k"}, [4.0, 0.0]),
        ({"group": "epoch", "share": "count"}, [4.0, 1.0]),
        ({"group": "epoch", "replaces": True}, [4.0, (0.2 * 2) ** 2]),
        ({"visit": "first"}, [1.0, 0.64]),
        # w: 0, 0.8, 0.84, 0.968
        ({"visit": "reversed"}, [0.2**2, 0.032**2]),
        # The gradients −2, −6.4 and 0.08 pile up; w: 0, 0.2, 1.04, 1.872
        ({"zeroes": "never"}, [2.56, 1.744**2]),
        # The pile is cleared between the epochs; w: 0, 0.2, 1.04, 1.032
        ({"zeroes": "every epoch"}, [2.56, 0.064**2]),
        # Each step takes the gradient before: none, −2, −8; w: 0, 0, 0.2, 1
        ({"stale": True}, [4.0, 0.0]),
        # w: 0, −0.2, −1.16, −1.592
        ({"climbs": frozenset({"w"})}, [2.4**2, 5.184**2]),
    ],
)
def test_two_epochs_on_paper(edit: dict[str, object], first_two: list[float]) -> None:
    assert curve(**edit) == pytest.approx(first_two)


def test_a_curve_starts_earlier_or_ends_later_where_it_is_told_to() -> None:
    right = curve()
    assert curve(logs_start=True) == [4.0, *right]
    assert curve(skips_first=True) == right[1:]
    assert curve(surplus_epochs=-1) == right[:1]
    assert len(curve(surplus_epochs=3, log="every")) == 10


def test_a_group_that_is_not_full_is_used_dropped_or_left_for_the_next_epoch() -> None:
    three = {**INPUTS, "x_data": [1.0, 1.0, 1.0], "y_data": [1.0, 1.0, 1.0], "epochs": 3}

    def groups(rest: str) -> list[float]:
        return train(Loop(group="k", rest=rest, log="first"), MODEL, three)  # type: ignore[arg-type]

    # Every gradient is 2·(w − 1), so that 1 − w shrinks by 0.6 with two of them, by 0.8 with one.
    assert groups("used") == pytest.approx([1.0, 0.48**2, 0.48**4])
    assert groups("dropped") == pytest.approx([1.0, 0.6**2, 0.6**4])
    # The one that is left joins the next two, or makes two with the next one.
    assert groups("left in the sum") == pytest.approx([1.0, 0.6**2, 0.24**2])
    assert groups("carried over") == pytest.approx([1.0, 0.6**2, 0.216**2])


def test_the_table_leaves_out_what_an_exercise_does_not_have() -> None:
    assert COMMON.keys() - common("stale_gradient").keys() == {"stale_gradient"}
    with pytest.raises(KeyError):
        common("stale_gradients")


def test_some_of_the_parameters_are_neither_none_nor_all() -> None:
    assert some_of("ab") == [{"a"}, {"b"}]
    assert len(some_of("abc")) == 6
