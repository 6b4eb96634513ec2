"""The chart of a verdict as PNG, since a notebook that is not trusted yet shows no stored SVG."""

import io
import math
from collections.abc import Sequence

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from leadin.charts.curves import (
    CEILING,
    DASHES,
    EXPECTED,
    YOURS,
    drawable,
    ends_or,
    rounding,
)
from leadin.judging.curve import Curve, Difference
from leadin.words import say


def draw_figure(
    title: str, expected: Curve, actual: Curve, difference: Difference | None, language: str = "en"
) -> Figure:
    """Draw an expected and an actual loss curve.

    Args:
        title: what the curves belong to.
        expected: the oracle's losses.
        actual: the losses to judge; those that are nan or not positive leave a gap.
        difference: where the two part, or None.
        language: of the words in it.

    Returns:
        A figure of 7 × 3.4 inches. pyplot is not touched, nor are the reader's settings.
    """
    with mpl.rc_context({**mpl.rcParamsDefault, "backend": mpl.rcParams["backend"]}):
        figure = Figure(figsize=(7, 3.4), layout="constrained", facecolor="white")
        axes = figure.add_subplot()
        axes.set(title=title, xlabel=say("chart.epoch", language), yscale="log")
        axes.set_ylabel(say("chart.loss", language))
        name = say("chart.expected", language)
        wide = axes.plot(*_points(expected), label=name, color=EXPECTED["light"], linewidth=5)
        wide[0].set_solid_capstyle("round")
        name = say("chart.yours", language)
        (thin,) = axes.plot(*_points(actual), ".", label=name, color=YOURS["light"], markersize=5)
        thin.set(linestyle=(0, DASHES), linewidth=1.6)
        _show_rounding(axes, expected, language)
        if difference:
            _mark(axes, difference, language)
        axes.grid(alpha=0.3)
        axes.legend(loc="best")
    return figure


def to_png(figure: Figure) -> bytes:
    """Render a figure sharp enough for a high-resolution screen."""
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=144, metadata={"Software": None})
    return buffer.getvalue()


def _points(curve: Curve) -> tuple[Sequence[int], Sequence[float]]:
    return range(len(curve)), [drawable(loss) or math.nan for loss in curve]


def _show_rounding(axes: Axes, expected: Curve, language: str) -> None:
    """Where a curve falls below rounding, cut the picture there and say why."""
    if floor := rounding(expected):
        axes.axhspan(floor / 10, floor, color="0.88")
        text = f" {say('chart.rounding', language)}"
        axes.text(0, floor / 3, text, va="center", color="0.35", fontsize=9)
        axes.set_ylim(bottom=floor / 10)


def _mark(axes: Axes, difference: Difference, language: str) -> None:
    """Ring the first points that differ, and give their values above the picture."""
    axes.axvline(difference.epoch, color="0.25", linestyle="--", linewidth=1)
    for value in (difference.actual, difference.expected):
        if value is not None and 0 < value <= CEILING:
            axes.plot(difference.epoch, value, "o", color="0.15", fillstyle="none", markersize=11)
    told = say(
        "chart.first_difference",
        language,
        epoch=difference.epoch,
        yours=ends_or(difference.actual, language),
        expected=ends_or(difference.expected, language),
    )
    axes.set_title(f"{axes.get_title()}\n{told}", fontsize=11)
