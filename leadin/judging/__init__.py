"""A wrong curve -> the mistake behind it. Neither torch nor Jupyter is imported here."""

from leadin.judging.judge import calls, judge, stopped_in_cell, without_run
from leadin.judging.verdict import Kind, Reason, Shown, Verdict

__all__ = [
    "Kind",
    "Reason",
    "Shown",
    "Verdict",
    "calls",
    "judge",
    "stopped_in_cell",
    "without_run",
]
