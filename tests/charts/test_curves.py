"""The small pictures of two loss curves."""

import math
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadin.charts.curves import LONGEST, draw_curves
from leadin.judging.curve import Curve, first_difference

FALLING = tuple(10.0 * 0.8**epoch for epoch in range(40))
#: Down to where float32 has nothing left but rounding.
VANISHING = tuple(10.0 * 0.5**epoch for epoch in range(60))


def draw(expected: tuple[float, ...], actual: Curve) -> ElementTree.Element:
    return ElementTree.fromstring(draw_curves(expected, actual, first_difference(expected, actual)))


def path(picture: ElementTree.Element, kind: str) -> str:
    (found,) = (each for each in picture.iter("path") if each.get("class") == kind)
    return found.get("d", "")


def texts(picture: ElementTree.Element) -> list[str | None]:
    return [each.text for each in picture.iter("text")]


def test_equal_curves_lie_on_each_other_and_have_no_ring() -> None:
    picture = draw(FALLING, FALLING)
    assert path(picture, "expected") == path(picture, "yours")
    assert not list(picture.iter("circle"))
    assert picture.get("aria-label", "").endswith("They agree.")


def test_the_first_difference_is_ringed_and_told_in_numbers() -> None:
    picture = draw(FALLING, (*FALLING[:3], 9.0, *FALLING[4:]))
    assert len(list(picture.iter("circle"))) == 2
    label = picture.get("aria-label", "")
    assert label.endswith("First difference at epoch 3: yours 9, expected 5.12.")


def test_a_curve_that_ends_early_is_ringed_where_the_other_goes_on() -> None:
    picture = draw(FALLING, FALLING[:10])
    (ring,) = picture.iter("circle")
    # The curve that goes on passes through the ring's middle.
    places = path(picture, "expected").removeprefix("M").replace("L", " ").split()
    assert [ring.get("cx"), ring.get("cy")] == places[2 + 2 * 10 :][:2]
    assert "yours ends here" in picture.get("aria-label", "")


@pytest.mark.parametrize("hole", [math.nan, 0.0, -1.0])
def test_what_has_no_place_on_a_log_scale_leaves_a_gap(hole: float) -> None:
    picture = draw(FALLING, (*FALLING[:5], hole, *FALLING[6:]))
    assert path(picture, "yours").count("M") == 2


def test_infinity_is_drawn_at_the_ceiling() -> None:
    picture = draw(FALLING, (*FALLING[:5], *[math.inf] * 35))
    assert path(picture, "yours").count("M") == 1
    assert "10³⁰" in texts(picture)


def test_a_point_between_gaps_is_a_line_to_itself() -> None:
    drawn = path(draw(FALLING, (5.0, math.nan)), "yours")
    start, end = drawn.removeprefix("M").split("L")
    assert start == end


def test_the_picture_ends_where_rounding_begins() -> None:
    assert "below this: not compared" in texts(draw(VANISHING, VANISHING))
    assert "below this: not compared" not in texts(draw(FALLING, FALLING))


def test_a_curve_without_end_is_cut() -> None:
    picture = draw(FALLING, [1.0] * 10_000)
    assert path(picture, "yours").count(" ") < 2 * LONGEST * len(FALLING) + 2
    assert "10000 values" in picture.get("aria-label", "")


@settings(deadline=None)
@given(st.lists(st.floats(), min_size=1, max_size=30))
def test_whatever_comes_back_can_be_drawn(actual: list[float]) -> None:
    draw(FALLING, actual)


@settings(deadline=None)
@given(st.floats(1e-30, 1e30), st.floats(1e-3, 1e3), st.integers(1, 300))
def test_every_scale_has_labels(start: float, end: float, epochs: int) -> None:
    expected = tuple(start * end ** (epoch / epochs) for epoch in range(epochs))
    labels = texts(draw(expected, expected))
    assert len(labels) >= 4  # two losses, an epoch, and the name of the axis
