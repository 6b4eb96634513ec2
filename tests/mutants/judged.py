"""The one place of this suite that calls the judge."""

import time
from typing import Literal, TypeAlias

from leadin.course import Exercise
from leadin.judging import Verdict, called, calls, experiments, judge, stopped_in_cell
from tests.mutants.calling import Called

#: How much a verdict says about what is wrong.
Says: TypeAlias = Literal["named", "shown", "explained", "unexplained"]

#: What is said of an error that nothing is known about.
CATCH_ALLS = {"other_error", "other_error_nowhere"}


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
    outcomes = list(called(exercise, function, inputs))
    further = [function(each) for each in experiments(exercise, inputs, outcomes)]
    start = time.perf_counter()
    verdict = judge(exercise, inputs, outcomes, source, further=further)
    return verdict, time.perf_counter() - start


def says(verdict: Verdict) -> Says:
    """Whether a verdict names a mistake, shows a small case of it, or tells all in its reason."""
    if verdict.mistakes:
        return "named"
    if verdict.smallest:
        return "shown"
    only_differs = verdict.reason.id in ("differs_in_lesson", "differs_elsewhere")
    in_plain_words = any(more.id not in CATCH_ALLS for more in verdict.reason.more)
    if only_differs or (verdict.kind == "error" and not in_plain_words):
        return "unexplained"
    return "explained"
