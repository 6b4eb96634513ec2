"""Two loss curves as inline SVG: a hundred times faster than a plotting library."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from leadin.gradebook.reports.html import Html, element, join
from leadin.judging.curve import Curve, Difference, Tolerance

#: In user units; a page shows the picture as wide as there is room.
WIDTH, HEIGHT = 360, 200
LEFT, RIGHT, TOP, BOTTOM = 40, 2, 8, 32
#: Room between the frame and the first and last epoch, for a ring.
SIDE = 7
#: Largest loss drawn: what has grown beyond it adds nothing to see.
CEILING = 1e38
#: Epochs drawn, as a multiple of what was asked for: one value a sample still fits.
LONGEST = 5
#: Room above and below the curves, as a share of the picture's height.
_AIR = 0.04
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def draw_curves(expected: tuple[float, ...], actual: Curve, difference: Difference | None) -> Html:
    """Draw an expected and an actual loss curve over the epochs, on a log scale.

    Args:
        expected: the oracle's losses.
        actual: the losses that were judged; those that are nan or not positive leave a gap.
        difference: where the two part, or None.

    Returns:
        An `svg` element, whose colours the page chooses.
    """
    shown = actual[: LONGEST * len(expected)]
    scale = _scale(expected, shown)
    return element(
        "svg",
        _background(scale, expected),
        _curve(scale, shown, "yours"),
        *(_marks(scale, difference) if difference else ()),
        class_="curves",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_label=describe(expected, actual, difference),
    )


def describe(expected: Curve, actual: Curve, difference: Difference | None) -> str:
    """The picture in words."""
    extents = f"Expected: {_extent(expected)}. Yours: {_extent(actual)}."
    text = f"Loss per epoch on a log scale. {extents}"
    if difference is None:
        return f"{text} They agree."
    yours, wanted = (
        "ends here" if value is None else f"{value:.4g}"
        for value in (difference.actual, difference.expected)
    )
    return f"{text} First difference at epoch {difference.epoch}: yours {yours}, expected {wanted}."


@dataclass(frozen=True)
class _Scale:
    """From epochs and losses to places in the picture.

    Attributes:
        last: the last epoch.
        low, high: decimal logarithms of the losses at the bottom and at the top.
    """

    last: int
    low: float
    high: float

    width = WIDTH - LEFT - RIGHT
    height = HEIGHT - TOP - BOTTOM

    @property
    def step(self) -> float:
        """From one epoch to the next."""
        return (self.width - 2 * SIDE) / self.last

    def x(self, epoch: int) -> float:
        return LEFT + SIDE + self.step * epoch

    def y(self, loss: float) -> float:
        return TOP + self.height * (self.high - math.log10(loss)) / (self.high - self.low)


def _scale(expected: Curve, actual: Curve) -> _Scale:
    losses = [min(loss, CEILING) for loss in (*expected, *actual) if loss > 0]
    low, high = math.log10(min(losses)), math.log10(max(losses))
    floor = _floor(expected)
    if min(expected) < floor:
        low = math.log10(floor) - 1
    air = max(high - low, 1.0) * _AIR
    last = max(len(expected), len(actual), 2) - 1
    # Rounded, so that right answers, which differ by rounding, share a background.
    return _Scale(last, round(low - air, 2), round(high + air, 2))


def _floor(expected: Curve) -> float:
    """The loss below which only rounding shows."""
    return Tolerance().of_largest * max(expected)


@lru_cache(maxsize=1024)
def _background(scale: _Scale, expected: tuple[float, ...]) -> Html:
    """All that is the same for every answer on this scale."""
    line = _curve(scale, expected, "expected")
    return join([*_grid(scale), *_rounding(scale, expected), line])


def _curve(scale: _Scale, curve: Curve, look: str) -> Html:
    """A curve; what lies below the picture is cut off by an inner picture."""
    frame = {"x": LEFT, "y": TOP, "width": scale.width, "height": scale.height}
    view = f"{LEFT} {TOP} {scale.width} {scale.height}"
    line = element("path", class_=look, d=_path(scale, curve))
    return element("svg", line, viewBox=view, **frame)


def _path(scale: _Scale, curve: Curve) -> Html:
    """A line through a curve's points, broken where there is none to draw."""
    start, step, log10 = scale.x(0), scale.step, math.log10
    stretch = scale.height / (scale.high - scale.low)
    top = TOP + stretch * scale.high
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
    return Html(" ".join(pieces))


def _grid(scale: _Scale) -> Iterator[Html]:
    bottom = TOP + scale.height
    lines = []
    for level, label in _levels(scale):
        y = f"{scale.y(level):.1f}"
        lines.append(f"M{LEFT} {y}h{scale.width}")
        yield element("text", label, x=LEFT - 5, y=y, dy="0.35em", text_anchor="end")
    for epoch in range(0, scale.last + 1, _step(scale.last)):
        x = f"{scale.x(epoch):.1f}"
        lines.append(f"M{x} {TOP}v{scale.height}")
        yield element("text", str(epoch), x=x, y=bottom + 13, text_anchor="middle")
    middle = LEFT + scale.width / 2
    yield element("text", "epoch", x=middle, y=HEIGHT - 4, text_anchor="middle")
    yield element("path", class_="grid", d="".join(lines))


def _levels(scale: _Scale) -> list[tuple[float, str]]:
    """Losses to label: powers of ten, or what lies between them where two of these don't fit."""
    first, last = math.ceil(scale.low), math.floor(scale.high)
    step = _step(last - first)
    powers = [(10.0**power, _power(power)) for power in range(first, last + 1) if power % step == 0]
    if len(powers) > 1:
        return powers
    for digits in ((1, 2, 5), range(1, 10)):
        between = [digit * 10.0**power for power in range(first - 1, last + 1) for digit in digits]
        inside = [loss for loss in between if scale.low <= math.log10(loss) <= scale.high]
        if len(inside) > 1:
            return [(loss, f"{loss:.3g}") for loss in inside]
    ends = (10 ** (scale.low + share * (scale.high - scale.low)) for share in (0.1, 0.9))
    return [(loss, f"{loss:.4g}") for loss in ends]


def _power(power: int) -> str:
    if -3 <= power <= 3:
        return f"{10.0**power:g}"
    return f"10{str(power).translate(_SUPERSCRIPTS)}"


def _step(last: int) -> int:
    """A round number that from 0 to the last one gives at most six labels."""
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            if last // step <= 5:
                return step
        power *= 10


def _rounding(scale: _Scale, expected: Curve) -> Iterator[Html]:
    """Where a curve falls below rounding, say why the picture ends there."""
    floor = _floor(expected)
    if min(expected) < floor:
        y = scale.y(floor)
        height = TOP + scale.height - y
        yield element(
            "rect", class_="floor", x=LEFT, y=f"{y:.1f}", width=scale.width, height=f"{height:.1f}"
        )
        place = {"x": WIDTH - RIGHT - SIDE, "y": f"{y + height / 2:.1f}"}
        yield element("text", "below this: rounding", dy="0.35em", text_anchor="end", **place)


def _marks(scale: _Scale, difference: Difference) -> Iterator[Html]:
    """Ring the first points that differ."""
    if difference.epoch > scale.last:
        return
    x = f"{scale.x(difference.epoch):.1f}"
    yield element("path", class_="mark", d=f"M{x} {TOP}v{scale.height}", stroke_dasharray="3 3")
    for loss in (difference.expected, difference.actual):
        if loss is not None and 0 < loss <= CEILING and scale.low < math.log10(loss):
            yield element("circle", class_="mark", cx=x, cy=f"{scale.y(loss):.1f}", r=5)


def _extent(curve: Curve) -> str:
    return f"{len(curve)} values, from {curve[0]:.4g} to {curve[-1]:.4g}"
