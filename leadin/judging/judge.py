"""What a function returned on several inputs -> a verdict, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from leadin.course.exercise import Exercise, Inputs
from leadin.judging import message
from leadin.judging.curve import Difference, first_difference
from leadin.judging.errors import mistakes_behind_error
from leadin.judging.search import Evidence, find_mistakes
from leadin.judging.source import Source, read_source
from leadin.judging.tools import read_tools, with_helpers
from leadin.observe import Outcome

Verdict: TypeAlias = Literal[
    "pass", "wrong", "error", "missing", "timeout", "memory", "forbidden", "invalid"
]


@dataclass(frozen=True)
class Judgement:
    """The verdict on one exercise.

    Attributes:
        exercise: its id.
        verdict: what it came to.
        points: what it scores.
        max_points: what a right answer scores.
        mistakes: ids of the mistakes that are proven.
        first_wrong_epoch: first epoch that differs from the oracle, counted from 0, on the first
            inputs that show a difference.
        message: the verdict in words for the student, several lines of plain text.
        shown: index of the inputs that the message speaks of.
        curve: what the function returned on these inputs; empty where that is no curve.
    """

    exercise: str
    verdict: Verdict
    points: int
    max_points: int
    mistakes: tuple[str, ...] = ()
    first_wrong_epoch: int | None = None
    message: str = ""
    shown: int = 0
    curve: tuple[float, ...] = ()


def calls(exercise: Exercise, seed: int = 0) -> list[Inputs]:
    """The inputs to call a function with, in this order.

    The lesson's come first, then hidden ones, then the lesson's once more: a function that keeps
    something between calls answers differently the second time.

    Args:
        exercise: what is judged.
        seed: chooses the hidden inputs.
    """
    lesson = exercise.lesson_inputs
    return [lesson, *exercise.hidden_inputs(seed), lesson]


def judge(
    exercise: Exercise,
    inputs: Sequence[Inputs],
    outcomes: Sequence[Outcome],
    source: str = "",
    cells_before: Sequence[str] = (),
) -> Judgement:
    """Judge what a function returned.

    Args:
        exercise: what was asked.
        inputs: what the function was called with, as `calls` gives them.
        outcomes: what came back; it may end early, at an outcome that is no curve.
        source: text of the answer, for telling apart mistakes whose curves are the same.
        cells_before: texts of the cells before it, in which it may have helpers.

    Returns:
        The verdict.
    """
    case = _Case(exercise, inputs, outcomes, source, cells_before)
    for call, outcome in enumerate(outcomes):
        if outcome.kind not in ("curve", "tensors"):
            return case.without_curve(call, outcome)
    return case.with_curves()


def without_run(exercise: Exercise, verdict: Verdict, reason: str) -> Judgement:
    """The verdict on an answer that could not be run at all.

    Args:
        exercise: what was asked.
        verdict: anything but `pass`.
        reason: why, in a line for the student.
    """
    text = message.compose(exercise, verdict, reason, ())
    return Judgement(exercise.id, verdict, 0, exercise.points, message=text)


@dataclass(frozen=True)
class _Case:
    exercise: Exercise
    inputs: Sequence[Inputs]
    outcomes: Sequence[Outcome]
    text: str
    cells_before: Sequence[str]

    @property
    def source(self) -> Source:
        """Read only for wrong answers: a right one needs no explanation."""
        return read_source(self.text)

    def judgement(
        self,
        verdict: Verdict,
        text: str,
        mistakes: tuple[str, ...] = (),
        epoch: int | None = None,
        shown: int = 0,
    ) -> Judgement:
        points = self.exercise.points
        scored = points if verdict == "pass" else 0
        curve = self.outcomes[shown].curve
        return Judgement(
            self.exercise.id, verdict, scored, points, mistakes, epoch, text, shown, curve
        )

    def without_curve(self, call: int, outcome: Outcome) -> Judgement:
        """A call gave something that is no curve at all."""
        what = message.no_curve(self.exercise, self.inputs[call], outcome)
        mistakes: tuple[str, ...] = ()
        verdict: Verdict = "wrong"
        match outcome.kind:
            case "waiting":
                verdict = "missing"
            case "timeout":
                verdict = "timeout"
            case "memory":
                verdict = "memory"
            case "raised":
                verdict = "error"
                if outcome.error:
                    mistakes = mistakes_behind_error(outcome.error, outcome.warnings, self.source)
            case "none":
                mistakes = ("returns_none",)
            case "number":
                mistakes = ("returns_one_number",)
        text = message.compose(self.exercise, verdict, what, mistakes)
        return self.judgement(verdict, text, mistakes, shown=call)

    def with_curves(self) -> Judgement:
        """Every call gave numbers: compare them with the oracle's."""
        differences = [self.difference(call) for call in range(len(self.outcomes))]
        wrong = [call for call, difference in enumerate(differences) if difference]
        in_tensors = any(outcome.kind == "tensors" for outcome in self.outcomes)
        if not wrong and (shortcut := self.shortcut()):
            what = message.shortcut(self.exercise)
            text = message.compose(self.exercise, "forbidden", what, shortcut)
            return self.judgement("forbidden", text, shortcut)
        if not wrong and not in_tensors:
            return self.judgement("pass", message.passed(self.exercise, self.outcomes[0].curve))
        mistakes: tuple[str, ...] = ("returns_tensors",) if in_tensors else ()
        if not wrong:
            what = message.only_tensors(self.exercise)
            return self.judgement(
                "wrong", message.compose(self.exercise, "wrong", what, mistakes), mistakes
            )
        mistakes += self.explain(wrong)
        call = wrong[0]
        difference = differences[call]
        assert difference is not None
        what = message.differs(
            self.exercise,
            self.inputs[call],
            difference,
            len(self.outcomes[call].curve),
            right_in_lesson=call > 0,
        )
        text = message.compose(self.exercise, "wrong", what, mistakes)
        return self.judgement("wrong", text, mistakes, difference.epoch, call)

    def shortcut(self) -> tuple[str, ...]:
        """What a right answer used although the exercise is to do without it."""
        if not self.exercise.forbids:
            return ()
        tools = read_tools(with_helpers(self.text, self.cells_before))
        if self.exercise.forbids == "torch" and tools.torch:
            return ("uses_torch",)
        return ("uses_autograd",) if tools.autograd else ()

    def difference(self, call: int) -> Difference | None:
        expected = self.exercise.oracle(**self.inputs[call])
        return first_difference(expected, self.outcomes[call].curve)

    def explain(self, wrong: list[int]) -> tuple[str, ...]:
        curves = [outcome.curve for outcome in self.outcomes]
        first, last = curves[0], curves[-1]
        if len(curves) > 1 and self.inputs[0] == self.inputs[-1] and first_difference(first, last):
            return ("not_repeatable",)
        found = find_mistakes(Evidence(self.exercise, self.inputs, curves, self.source))
        # By definition: what is right for the lesson's inputs, and for no others.
        return ("hard_coded",) if not found and wrong[0] > 0 else found
