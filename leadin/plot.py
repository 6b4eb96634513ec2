"""The picture of a verdict: two loss curves, and where they part."""

import io
import math
from collections.abc import Sequence
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from leadin.judging.curve import Curve, Difference, Tolerance

EXPECTED: dict[str, Any] = {
    "color": "#2a78b8",
    "linewidth": 5,
    "alpha": 0.45,
    "solid_capstyle": "round",
}
YOURS: dict[str, Any] = {"color": "#b3441e", "linewidth": 1.6, "marker": ".", "markersize": 5}
#: Largest loss drawn: what has grown beyond it adds nothing to see.
CEILING = 1e38


def draw_curves(
    title: str, expected: Curve, actual: Curve, difference: Difference | None
) -> Figure:
    """Draw an expected and an actual loss curve over the epochs, on a log scale.

    Args:
        title: what the curves belong to.
        expected: the oracle's losses.
        actual: the losses to judge; those that are not finite or not positive leave a gap.
        difference: where the two part, or None.

    Returns:
        A figure of 7 × 3.4 inches. pyplot is not touched, nor are the reader's settings.
    """
    with mpl.rc_context({**mpl.rcParamsDefault, "backend": mpl.rcParams["backend"]}):
        figure = Figure(figsize=(7, 3.4), layout="constrained", facecolor="white")
        axes = figure.add_subplot()
        axes.set(title=title, xlabel="epoch", ylabel="loss (log scale)", yscale="log")
        axes.plot(*_drawable(expected), label="expected", **EXPECTED)
        axes.plot(*_drawable(actual), label="yours", **YOURS)
        _show_rounding(axes, expected)
        if difference:
            _mark(axes, difference)
        axes.grid(alpha=0.3)
        axes.legend(loc="best")
    return figure


def to_png(figure: Figure) -> bytes:
    """Render a figure sharp enough for a high-resolution screen.

    PNG, because a notebook that is not trusted yet shows no stored SVG.
    """
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=144, metadata={"Software": None})
    return buffer.getvalue()


def _drawable(curve: Curve) -> tuple[Sequence[int], Sequence[float]]:
    values = [
        min(value, CEILING) if value > 0 and not math.isnan(value) else math.nan for value in curve
    ]
    return range(len(values)), values


def _show_rounding(axes: Axes, expected: Curve) -> None:
    """Where a curve falls below rounding, cut the picture there and say why."""
    floor = Tolerance().of_largest * max(expected, default=0.0)
    if min(expected, default=math.inf) < floor:
        axes.axhspan(floor / 10, floor, color="0.88")
        axes.text(0, floor / 3, " below this: rounding", va="center", color="0.35", fontsize=9)
        axes.set_ylim(bottom=floor / 10)


def _mark(axes: Axes, difference: Difference) -> None:
    """Ring the first points that differ, and give their values above the picture."""
    axes.axvline(difference.epoch, color="0.25", linestyle="--", linewidth=1)
    values = []
    for name, value in (("yours", difference.actual), ("expected", difference.expected)):
        values.append(f"{name} {'ends here' if value is None else format(value, '.4g')}")
        if value is not None and 0 < value <= CEILING:
            axes.plot(difference.epoch, value, "o", color="0.15", fillstyle="none", markersize=11)
    axes.set_title(
        f"{axes.get_title()}\nfirst difference at epoch {difference.epoch}: {', '.join(values)}",
        fontsize=11,
    )
