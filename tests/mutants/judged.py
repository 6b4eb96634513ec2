"""The one place of this suite that calls the judge."""

import time
from typing import Literal, TypeAlias

from leadin.course import Exercise
from leadin.judging import Verdict, calls, judge, stopped_in_cell
from tests.mutants.calling import Called, call_all

#: How much a verdict says about what is wrong.
Says: TypeAlias = Literal["named", "explained", "unexplained"]


def judged(exercise: Exercise, source: str, function: Called) -> tuple[Verdict, float]:
    """The verdict on an answer, and the seconds that the judge took for it, without the calls.

    Args:
        exercise: what was asked.
        source: text of the answer.
        function: calls it.
    """
    if function.stopped:
        return stopped_in_cell(exercise, function.stopped, source), 0.0
    inputs = calls(exercise)
    outcomes = call_all(function, inputs)
    start = time.perf_counter()
    verdict = judge(exercise, inputs, outcomes, source)
    return verdict, time.perf_counter() - start


def says(verdict: Verdict) -> Says:
    """Whether a verdict names a mistake, or else its reason tells all there is to tell."""
    if verdict.mistakes:
        return "named"
    only_differs = verdict.reason.id in ("differs_in_lesson", "differs_elsewhere")
    return "unexplained" if only_differs else "explained"
