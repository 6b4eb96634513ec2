"""Two curves are compared from the first epoch on, and rounding is forgiven."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadin.judging.curve import Difference, first_difference

FALLING = [8.0 * 0.5**epoch for epoch in range(60)]
losses = st.lists(st.floats(1e-3, 1e6), min_size=1, max_size=30)


def test_a_curve_agrees_with_itself() -> None:
    assert first_difference(FALLING, FALLING) is None


def test_the_first_epoch_that_differs_is_named_with_both_values() -> None:
    actual = [*FALLING[:3], 1.5, *FALLING[4:]]
    assert first_difference(FALLING, actual) == Difference(3, 1.0, 1.5)


def test_a_lower_final_loss_does_not_make_up_for_a_different_start() -> None:
    actual = [7.0, *(loss / 1000 for loss in FALLING[1:])]
    assert first_difference(FALLING, actual) == Difference(0, 8.0, 7.0)


def test_near_zero_float32_rounding_is_forgiven() -> None:
    stalled = [max(loss, 9e-13) for loss in FALLING]
    assert stalled != FALLING
    assert first_difference(FALLING, stalled) is None


def test_near_zero_more_than_rounding_is_not_forgiven() -> None:
    stalled = [max(loss, 1e-6) for loss in FALLING]
    assert first_difference(FALLING, stalled) is not None


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_differs_from_every_number(value: float) -> None:
    difference = first_difference([1.0, 1.0], [1.0, value])
    assert difference is not None
    assert difference.epoch == 1


def test_a_missing_epoch_is_a_difference() -> None:
    assert first_difference([4.0, 2.0], [4.0]) == Difference(1, 2.0, None)


def test_a_surplus_epoch_is_a_difference() -> None:
    assert first_difference([4.0], [4.0, 2.0]) == Difference(1, None, 2.0)


def test_an_empty_curve_differs_at_once() -> None:
    assert first_difference([4.0], []) == Difference(0, 4.0, None)


def test_beyond_float32_a_diverging_curve_agrees_with_what_became_of_it_there() -> None:
    simulated = [1.0, 1e20, 1e40, 1e80]
    assert first_difference(simulated, [1.0, 1e20, math.inf, math.nan]) is None
    assert first_difference(simulated, [1.0, 1e20, 5.0, 7.0]) == Difference(2, 1e40, 5.0)


def test_a_diverging_curve_must_have_the_right_length_too() -> None:
    assert first_difference([1.0, 1e40], [1.0, math.inf, math.nan]) is not None


@given(losses, st.floats(-1e-4, 1e-4))
def test_a_ten_thousandth_either_way_is_rounding(expected: list[float], share: float) -> None:
    assert first_difference(expected, [loss * (1 + share) for loss in expected]) is None


@given(losses, st.data())
def test_one_percent_in_one_large_epoch_is_found(
    expected: list[float], data: st.DataObject
) -> None:
    epoch = data.draw(st.integers(0, len(expected) - 1))
    expected[epoch] = max(expected)
    actual = [*expected]
    actual[epoch] *= 1.01
    difference = first_difference(expected, actual)
    assert difference is not None
    assert difference.epoch == epoch
