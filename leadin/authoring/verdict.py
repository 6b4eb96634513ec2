"""The README's picture: what a check shows of the commonest mistake."""

import textwrap

from matplotlib.figure import Figure

from leadin.course import EXERCISES
from leadin.judging import calls, judge
from leadin.observe import Outcome
from leadin.plot import draw_curves
from leadin.words import render

EXERCISE = "08-train-linear"
MISTAKE = "no_zero_grad"
#: Share of the height that the text takes, and how many letters fit on a line.
TEXT_SHARE = 0.39
COLUMNS = 88


def verdict_figure() -> Figure:
    """Draw the curves and the message of a loop that never clears its gradient."""
    exercise = EXERCISES[EXERCISE]
    inputs = calls(exercise)
    edit = exercise.mistakes[MISTAKE][0]
    curves = [exercise.simulate(each, edit) for each in inputs]
    verdict = judge(exercise, inputs, [Outcome("curve", tuple(curve)) for curve in curves])
    shown = verdict.shown
    assert shown is not None
    figure = draw_curves(
        f"{EXERCISE}: the lesson’s inputs", shown.expected, shown.returned, shown.difference
    )
    figure.set_size_inches(7, 5.2)
    figure.set_layout_engine("constrained", rect=(0, TEXT_SHARE, 1, 1 - TEXT_SHARE))
    lines = [
        line
        for paragraph in render(verdict).plain().splitlines()
        for line in textwrap.wrap(paragraph, COLUMNS) or [""]
    ]
    figure.text(
        0.015,
        TEXT_SHARE - 0.02,
        "\n".join(lines),
        va="top",
        family="monospace",
        fontsize=9,
        linespacing=1.4,
    )
    return figure
