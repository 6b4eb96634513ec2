"""The README's picture: what a check shows of the commonest mistake."""

import textwrap

from matplotlib.figure import Figure

from leadin.course import EXERCISES
from leadin.judging import calls, judge
from leadin.judging.curve import first_difference
from leadin.observe import Outcome
from leadin.plot import draw_curves

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
    judgement = judge(exercise, inputs, [Outcome("curve", tuple(curve)) for curve in curves])
    expected = exercise.oracle(**inputs[0])
    difference = first_difference(expected, curves[0])
    figure = draw_curves(f"{EXERCISE}: the lesson’s inputs", expected, curves[0], difference)
    figure.set_size_inches(7, 5.2)
    figure.set_layout_engine("constrained", rect=(0, TEXT_SHARE, 1, 1 - TEXT_SHARE))
    lines = [
        line
        for paragraph in judgement.message.splitlines()
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
