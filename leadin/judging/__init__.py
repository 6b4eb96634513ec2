"""A wrong curve -> the mistake behind it. Neither torch nor Jupyter is imported here."""

from leadin.judging.catalogue import MISTAKES
from leadin.judging.judge import Judgement, Verdict, calls, judge, without_run
from leadin.judging.mistake import Mistake

__all__ = ["MISTAKES", "Judgement", "Mistake", "Verdict", "calls", "judge", "without_run"]
