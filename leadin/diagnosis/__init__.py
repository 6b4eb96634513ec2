"""A wrong curve -> the mistake behind it. Neither torch nor Jupyter is imported here."""

from leadin.diagnosis.catalogue import MISTAKES
from leadin.diagnosis.judge import Judgement, Verdict, calls, judge, without_run
from leadin.diagnosis.mistake import Mistake

__all__ = ["MISTAKES", "Judgement", "Mistake", "Verdict", "calls", "judge", "without_run"]
