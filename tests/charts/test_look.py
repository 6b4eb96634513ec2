"""The chart of a verdict can be told apart and read: in both colours, without colour, as PNG."""

import math
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadin.charts.axes import Axes, Scale, bars, powers, ticks
from leadin.charts.curves import CEILING, DASHES, EXPECTED, YOURS
from leadin.charts.png import draw_figure, to_png
from leadin.gradebook.reports.style import STYLE
from leadin.judging.curve import first_difference

#: What lies behind the curves: a page's paper and cards, and white in a notebook.
BEHIND = {"light": ["#ffffff", "#f6f7f9"], "dark": ["#16181c", "#1f2227"]}

FALLING = tuple(10.0 * 0.8**epoch for epoch in range(40))


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    shares = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", BEHIND)
@pytest.mark.parametrize("curve", [EXPECTED, YOURS], ids=["expected", "yours"])
def test_a_curve_stands_out_from_what_lies_behind_it(curve: dict[str, str], theme: str) -> None:
    for behind in BEHIND[theme]:
        assert behind in STYLE
        assert contrast(curve[theme], behind) >= 3


def test_the_curves_differ_without_colour() -> None:
    """The student's is thin and dashed, the expected one wide and whole."""
    figure = draw_figure("", FALLING, FALLING[::-1], None)
    expected, yours = figure.axes[0].lines
    assert expected.get_linewidth() > 2 * yours.get_linewidth()
    assert not expected.is_dashed()
    assert yours.is_dashed()
    assert f"stroke-dasharray: {1.6 * DASHES[0]:.2g} " in STYLE


def test_the_first_difference_is_ringed_and_told_in_numbers() -> None:
    wrong = (*FALLING[:3], 9.0, *FALLING[4:])
    figure = draw_figure("08", FALLING, wrong, first_difference(FALLING, wrong))
    (axes,) = figure.axes
    assert axes.get_title() == "08\nfirst difference at epoch 3: yours 9, expected 5.12"
    rings = [line for line in axes.lines if line.get_marker() == "o"]
    assert sorted(float(line.get_ydata()[0]) for line in rings) == pytest.approx([5.12, 9.0])


def test_what_has_no_place_on_a_log_scale_leaves_a_gap_and_infinity_the_ceiling() -> None:
    (axes,) = draw_figure("", FALLING, (1.0, math.nan, 0.0, -1.0, math.inf), None).axes
    drawn = list(axes.lines[1].get_ydata())
    assert [math.isnan(value) for value in drawn] == [False, True, True, True, False]
    assert drawn[-1] == CEILING


@settings(max_examples=10, deadline=None)
@given(st.lists(st.floats(), min_size=2, max_size=30))
def test_whatever_comes_back_becomes_a_png(actual: list[float]) -> None:
    figure = draw_figure("", FALLING, actual, first_difference(FALLING, actual))
    assert to_png(figure).startswith(b"\x89PNG")


def test_a_scale_leads_from_its_low_to_its_high_end() -> None:
    axes = Axes(Scale(0, 10), Scale(-2, 2, log=True), 120, 120, 10, 10, 10, 10)
    assert [axes.at_x(x) for x in (0, 5, 10)] == [10, 60, 110]
    assert [axes.at_y(y) for y in (100.0, 1.0, 0.01)] == pytest.approx([10, 60, 110])


def test_labels_have_a_real_minus_sign_and_raised_powers() -> None:
    assert ticks([-1.5, 2]) == [(-1.5, "−1.5"), (2, "2")]
    assert powers([1e-12, 100.0]) == [(1e-12, "10⁻¹²"), (100.0, "10²")]


def test_bars_are_as_tall_as_their_counts_and_say_them() -> None:
    picture = ElementTree.fromstring(bars([0, 5, 10], ["a", "b", "c", "d"], "n", "chart", "said"))
    heights = [float(bar.get("height", "")) for bar in picture.iter("rect")]
    assert heights == [0, heights[2] / 2, heights[2]]
    assert [text.text for text in picture.iter("text")] == [
        *["0", "5", "10", "a", "b", "c", "d", "n"]
    ]
    assert picture.get("aria-label") == "said"
