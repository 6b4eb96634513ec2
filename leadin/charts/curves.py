"""Two loss curves over the epochs, on a log scale: what is drawn of them, and as SVG.

SVG is put together by hand: a class has thousands of these, and a plotting library is a hundred
times slower. Notebooks get the same in `png`.
"""

import math
from collections.abc import Iterator
from functools import lru_cache

from leadin.charts.axes import Axes, Scale, Tick, power, round_step
from leadin.charts.markup import Html, element, join
from leadin.judging.curve import Curve, Difference, Tolerance
from leadin.words import say

#: Largest loss drawn: what has grown beyond it adds nothing to see.
CEILING = 1e38
#: Epochs drawn, as a multiple of what was asked for: one value a sample still fits.
LONGEST = 5
#: How the two are told apart, on white and on a dark page: by width and dashes as by colour.
EXPECTED, YOURS = {"light": "#4f8dc4", "dark": "#5c98d3"}, {"light": "#b3441e", "dark": "#ff9d6b"}
#: Lengths of a dash and of the gap behind it, in widths of the line.
DASHES = (4.0, 1.6)
#: Room above and below the curves, as a share of the picture's height.
_AIR = 0.04


def rounding(expected: Curve) -> float | None:
    """The loss below which only rounding shows; None for a curve that stays above it."""
    floor = Tolerance().of_largest * max(expected, default=0.0)
    return floor if min(expected, default=math.inf) < floor else None


def drawable(loss: float) -> float | None:
    """A loss as it is drawn: at the ceiling at most; None for what a log scale has no place for."""
    return min(loss, CEILING) if loss > 0 else None  # nan is not


def ends_or(value: float | None, language: str = "en") -> str:
    """A loss for reading, or that its curve has ended."""
    return say("chart.ends_here", language) if value is None else f"{value:.4g}"


def describe(
    expected: Curve, actual: Curve, difference: Difference | None, language: str = "en"
) -> str:
    """The picture in words."""

    def extent(curve: Curve) -> str:
        first, last = f"{curve[0]:.4g}", f"{curve[-1]:.4g}"
        return say("chart.extent", language, count=len(curve), first=first, last=last)

    right, yours = extent(expected), extent(actual)
    if difference is None:
        return say("chart.agree", language, expected=right, yours=yours)
    return say(
        "chart.differ",
        language,
        expected=right,
        yours=yours,
        epoch=difference.epoch,
        yours_there=ends_or(difference.actual, language),
        expected_there=ends_or(difference.expected, language),
    )


def draw_curves(
    expected: tuple[float, ...],
    actual: Curve,
    difference: Difference | None,
    language: str = "en",
) -> Html:
    """Draw an expected and an actual loss curve.

    Args:
        expected: the oracle's losses.
        actual: the losses that were judged; those that are nan or not positive leave a gap.
        difference: where the two part, or None.
        language: of the words in it.

    Returns:
        An `svg` element, whose colours the page chooses.
    """
    shown = actual[: LONGEST * len(expected)]
    axes = _axes(expected, shown)
    return axes.picture(
        _background(axes, expected, language),
        axes.inside(_path(axes, shown, "yours")),
        *(_marks(axes, difference) if difference else ()),
        look="curves",
        alt=describe(expected, actual, difference, language),
    )


def _axes(expected: Curve, actual: Curve) -> Axes:
    losses = [min(loss, CEILING) for loss in (*expected, *actual) if loss > 0]
    low, high = math.log10(min(losses)), math.log10(max(losses))
    if floor := rounding(expected):
        low = math.log10(floor) - 1
    air = max(high - low, 1.0) * _AIR
    last = max(len(expected), len(actual), 2) - 1
    # Rounded, so that right answers, which differ by rounding, share a background.
    y = Scale(round(low - air, 2), round(high + air, 2), log=True)
    return Axes(
        Scale(0, last), y, width=360, height=200, left=40, right=2, top=8, bottom=32, side=7
    )


@lru_cache(maxsize=1024)
def _background(axes: Axes, expected: tuple[float, ...], language: str) -> Html:
    """All that is the same for every answer on these axes."""
    last = int(axes.x.high)
    epochs = [(epoch, str(epoch)) for epoch in range(0, last + 1, round_step(last))]
    middle = {"x": axes.left + axes.across / 2, "text_anchor": "middle"}
    name = element("text", say("chart.epoch", language), y=axes.height - 4, **middle)
    parts = [*axes.grid(epochs, _losses(axes.y)), name, *_rounding(axes, expected, language)]
    return join([*parts, axes.inside(_path(axes, expected, "expected"))])


def _path(axes: Axes, curve: Curve, look: str) -> Html:
    """A line through a curve's points, broken where there is none to draw."""
    start, log10 = axes.at_x(0), math.log10
    step = axes.at_x(1) - start
    stretch = axes.down / (axes.y.high - axes.y.low)
    top = axes.top + stretch * axes.y.high
    pieces, starts = [], True
    for epoch, loss in enumerate(curve):
        if not loss > 0:  # nan too
            starts = True
            continue
        height = stretch * log10(loss if loss < CEILING else CEILING)
        place = f"{start + step * epoch:.1f} {top - height:.1f}"
        # A line to itself, with round ends, shows even a point that stands alone.
        pieces.append(f"M{place}L{place}" if starts else place)
        starts = False
    return element("path", class_=look, d=" ".join(pieces))


def _losses(scale: Scale) -> list[Tick]:
    """Losses to label: powers of ten, or what lies between them where two of these don't fit."""
    first, last = math.ceil(scale.low), math.floor(scale.high)
    step = round_step(last - first)
    powers = [(10.0**each, _power(each)) for each in range(first, last + 1) if each % step == 0]
    if len(powers) > 1:
        return powers
    for digits in ((1, 2, 5), range(1, 10)):
        between = [digit * 10.0**each for each in range(first - 1, last + 1) for digit in digits]
        inside = [loss for loss in between if 0 <= scale.share(loss) <= 1]
        if len(inside) > 1:
            return [(loss, f"{loss:.3g}") for loss in inside]
    ends = (10 ** (scale.low + share * (scale.high - scale.low)) for share in (0.1, 0.9))
    return [(loss, f"{loss:.4g}") for loss in ends]


def _power(exponent: int) -> str:
    return f"{10.0**exponent:g}" if -3 <= exponent <= 3 else power(exponent)


def _rounding(axes: Axes, expected: Curve, language: str) -> Iterator[Html]:
    """Where a curve falls below rounding, say why the picture ends there."""
    floor = rounding(expected)
    if floor is None:
        return
    y = axes.at_y(floor)
    height = axes.top + axes.down - y
    place = {"x": axes.left, "y": f"{y:.1f}", "width": axes.across, "height": f"{height:.1f}"}
    yield element("rect", class_="floor", **place)
    end = {"x": axes.width - axes.right - axes.side, "y": f"{y + height / 2:.1f}"}
    text = say("chart.rounding", language)
    yield element("text", text, dy="0.35em", text_anchor="end", **end)


def _marks(axes: Axes, difference: Difference) -> Iterator[Html]:
    """Ring the first points that differ."""
    if difference.epoch > axes.x.high:
        return
    x = f"{axes.at_x(difference.epoch):.1f}"
    line = f"M{x} {axes.top}v{axes.down}"
    yield element("path", class_="mark", d=line, stroke_dasharray="3 3")
    for loss in (difference.expected, difference.actual):
        if loss is not None and 0 < loss <= CEILING and axes.y.share(loss) > 0:
            yield element("circle", class_="mark", cx=x, cy=f"{axes.at_y(loss):.1f}", r=5)
