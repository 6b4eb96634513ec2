"""The frame of a chart: from values to places, with labels. SVG, which a page's style colours.

The live charts of the reading site (book/explorables/explorables.js) are framed in the same way.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from leadin.charts.markup import Html, element, join

#: A value to label, and the label.
Tick: TypeAlias = tuple[float, str]

#: Renderers stumble over huge coordinates; this far outside is far enough.
FAR = 1e4
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Scale:
    """One direction of a chart.

    Attributes:
        low: the value at its beginning; where `log` is set, its decimal logarithm.
        high: the same at its end.
        log: whether equal factors, not equal differences, lie equally far apart.
    """

    low: float
    high: float
    log: bool = False

    def share(self, value: float) -> float:
        """How far along a value lies: 0 at the beginning, 1 at the end, beyond outside of it."""
        place = math.log10(max(value, 1e-300)) if self.log else value
        return (place - self.low) / (self.high - self.low)


@dataclass(frozen=True)
class Axes:
    """Two scales in a frame. Lengths are in user units: a page shows it as wide as there is room.

    Attributes:
        x: from left to right.
        y: from bottom to top.
        width: of the whole picture.
        height: the same.
        left: room beside the frame, for labels.
        right: room beside the frame.
        top: room above the frame.
        bottom: room below the frame, for labels.
        side: room within the frame before the first and behind the last x, for a ring.
    """

    x: Scale
    y: Scale
    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    side: float = 0

    @property
    def across(self) -> float:
        """The frame's width."""
        return self.width - self.left - self.right

    @property
    def down(self) -> float:
        """The frame's height."""
        return self.height - self.top - self.bottom

    def at_x(self, value: float) -> float:
        """Where a value lies, from the picture's left edge."""
        return self.left + self.side + (self.across - 2 * self.side) * self.x.share(value)

    def at_y(self, value: float) -> float:
        """Where a value lies, from the picture's upper edge."""
        place = self.down * (1 - self.y.share(value))
        return self.top + max(-FAR, min(FAR, place))

    def grid(self, x_ticks: Iterable[Tick], y_ticks: Iterable[Tick]) -> list[Html]:
        """Lines across the frame with labels beside them."""
        lines, labels = [], []
        for value, label in y_ticks:
            y = self.at_y(value)
            lines.append(f"M{self.left} {y:.1f}h{self.across}")
            labels.append(_label(label, self.left - 5, y, "end", dy="0.35em"))
        for value, label in x_ticks:
            x = self.at_x(value)
            lines.append(f"M{x:.1f} {self.top}v{self.down}")
            labels.append(_label(label, x, self.top + self.down + 13, "middle"))
        return [element("path", class_="chart-grid", d="".join(lines)), *labels]

    def inside(self, *marks: Html) -> Html:
        """Marks in the picture's own units, cut off at the frame."""
        frame = {"x": self.left, "y": self.top, "width": self.across, "height": self.down}
        view = f"{self.left} {self.top} {self.across} {self.down}"
        return element("svg", *marks, viewBox=view, **frame)

    def picture(self, *parts: Html, look: str, alt: str) -> Html:
        """The whole as an `svg` element.

        Args:
            parts: what is in it.
            look: its style class.
            alt: what it shows, for those who can't see it.
        """
        view = f"0 0 {self.width:g} {self.height:g}"
        return element("svg", *parts, class_=look, viewBox=view, role="img", aria_label=alt)


def ticks(values: Sequence[float]) -> list[Tick]:
    """Labels for plain values."""
    return [(value, f"{value:g}".replace("-", "−")) for value in values]


def powers(values: Sequence[float]) -> list[Tick]:
    """Labels for powers of ten."""
    return [(value, power(round(math.log10(value)))) for value in values]


def power(exponent: int) -> str:
    """A power of ten, raised."""
    return f"10{str(exponent).translate(_SUPERSCRIPTS)}"


def round_step(last: int) -> int:
    """A round number that from 0 to the last one gives at most six labels."""
    size = 1
    while True:
        for step in (size, 2 * size, 5 * size):
            if last // step <= 5:
                return step
        size *= 10


def bars(counts: Sequence[int], labels: Sequence[str], name: str, look: str, alt: str) -> Html:
    """Bars side by side, each with its count above it.

    Args:
        counts: at least one.
        labels: what stands at the left edge of each, and at the end of the last.
        name: what the labels count.
        look: style class of the picture.
        alt: what it shows, for those who can't see it.
    """
    wide = 34
    axes = Axes(
        x=Scale(0, len(counts)),
        y=Scale(0, max(1, *counts)),
        width=len(counts) * wide + 24,
        height=162,
        left=10,
        right=14,
        top=18,
        bottom=34,
    )
    base = axes.top + axes.down
    parts = []
    for place, count in enumerate(counts):
        x, y = axes.at_x(place), axes.at_y(count)
        tall = f"{base - y:.1f}"
        parts.append(element("rect", x=x + 2, y=f"{y:.1f}", width=wide - 4, height=tall))
        parts.append(_label(f"{count:,}", x + wide / 2, y - 4, "middle"))
    parts += [
        _label(label, axes.at_x(place), base + 14, "middle") for place, label in enumerate(labels)
    ]
    parts.append(_label(name, axes.at_x(len(counts)), base + 28, "end"))
    return axes.picture(join(parts), look=look, alt=alt)


def _label(text: str, x: float, y: float, anchor: str, **more: str) -> Html:
    place = {"x": f"{x:.1f}", "y": f"{y:.1f}", "text_anchor": anchor}
    return element("text", text, class_="chart-tick", **place, **more)
