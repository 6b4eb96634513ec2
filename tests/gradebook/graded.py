"""Verdicts to export: as the judge gives them, without a process."""

from collections.abc import Sequence
from functools import cache

from leadin.course import LOOPS
from leadin.gradebook.store import GradedStudent
from leadin.judging import Kind, Reason, Verdict, calls, judge, without_run
from leadin.observe import ErrorReport, Outcome
from leadin.running.grade import GradedNotebook
from leadin.running.isolation.in_force import Isolation

LINEAR = LOOPS["08-train-linear"]
QUADRATIC = LOOPS["09-train-quadratic"]

#: What a student might be called, and what might break a report if it got in as it is.
HOSTILE = (
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "=cmd|' /C calc'!A0",
    "../../x",
    "]]>&amp;\x00\x1b[31m\ud800\u202e",
    "two\r\nlines",
)


@cache
def right(exercise: str = LINEAR.id) -> Verdict:
    asked = LOOPS[exercise]
    inputs = calls(asked)
    return judge(asked, inputs, [Outcome("curve", tuple(asked.oracle(**each))) for each in inputs])


@cache
def halved(exercise: str = LINEAR.id) -> Verdict:
    """A known mistake."""
    asked = LOOPS[exercise]
    (edit,) = asked.mistakes["halved_loss"][:1]
    inputs = calls(asked)
    curves = (tuple(asked.simulate(each, edit)) for each in inputs)
    return judge(asked, inputs, [Outcome("curve", curve) for curve in curves])


def returned(curve: Sequence[float], lesson: bool = True) -> Verdict:
    """An answer that returns a curve for the lesson's inputs, or for others and is right there."""
    inputs = calls(LINEAR)
    outcomes = [Outcome("curve", tuple(LINEAR.oracle(**each))) for each in inputs]
    outcomes[0 if lesson else 1] = Outcome("curve", tuple(curve))
    return judge(LINEAR, inputs, outcomes)


def raised(message: str, line: str = "w.grad.zero_()") -> Verdict:
    error = ErrorReport("RuntimeError", message, 5, line)
    return judge(LINEAR, calls(LINEAR), [Outcome("raised", error=error)])


def not_run(kind: Kind, reason: str = "Why not.", exercise: str = LINEAR.id) -> Verdict:
    return without_run(LOOPS[exercise], kind, Reason("grader_failed", {"error": reason}))


def notebook(
    *judgements: Verdict,
    student: str = "ada",
    name: str = "08_training_linear.ipynb",
    isolation: Isolation | None = None,
) -> GradedNotebook:
    return GradedNotebook(student, name, judgements, isolation=isolation)


def graded(*judgements: Verdict, student: str = "ada") -> GradedStudent:
    return GradedStudent(student, (notebook(*judgements, student=student),))
