"""A wrong curve -> the mistake behind it. Neither torch nor Jupyter is imported here."""

from leadin.judging.calls import called, calls, experiments
from leadin.judging.judge import judge, stopped_in_cell
from leadin.judging.no_numbers import without_run
from leadin.judging.verdict import Kind, Reason, Shown, Smallest, Stage, Verdict

__all__ = [
    "Kind",
    "Reason",
    "Shown",
    "Smallest",
    "Stage",
    "Verdict",
    "called",
    "calls",
    "experiments",
    "judge",
    "stopped_in_cell",
    "without_run",
]
