"""What a function returned on several inputs -> a verdict, and why."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from leadin.course.exercise import Exercise, Inputs
from leadin.judging.curve import Curve, first_difference
from leadin.judging.errors import mistakes_behind_error
from leadin.judging.search import Evidence, find_mistakes
from leadin.judging.source import Source, parse_cell, read_source, read_tools, with_helpers
from leadin.judging.verdict import Kind, Reason, Shown, Value, Verdict
from leadin.observe import ErrorReport, Outcome


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
) -> Verdict:
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


def without_run(exercise: Exercise, kind: Kind, reason: Reason) -> Verdict:
    """The verdict on an answer that could not be called at all.

    Args:
        exercise: what was asked.
        kind: anything but `pass`.
        reason: why.
    """
    return Verdict(exercise.id, kind, 0, exercise.points, reason)


def stopped_in_cell(exercise: Exercise, error: ErrorReport, source: str) -> Verdict:
    """The verdict on an answer whose cell stops with an error when it is run.

    Args:
        exercise: what was asked.
        error: what it raised.
        source: text of the cell.
    """
    mistakes = mistakes_behind_error(error, (), read_source(parse_cell(source)))
    reason = _raised("cell", error)
    return Verdict(exercise.id, "error", 0, exercise.points, reason, mistakes)


@dataclass(frozen=True)
class _Case:
    exercise: Exercise
    inputs: Sequence[Inputs]
    outcomes: Sequence[Outcome]
    text: str
    cells_before: Sequence[str]
    _curves: list[tuple[Inputs, tuple[float, ...]]] = field(default_factory=list)

    @property
    def source(self) -> Source:
        """Read only for wrong answers: a right one needs no explanation."""
        return read_source(parse_cell(self.text))

    def expected(self, call: int) -> tuple[float, ...]:
        """The oracle's curve for a call; it is asked once for the same inputs."""
        for inputs, curve in self._curves:
            if inputs == self.inputs[call]:
                return curve
        self._curves.append((self.inputs[call], tuple(self.exercise.oracle(**self.inputs[call]))))
        return self._curves[-1][1]

    def verdict(
        self, kind: Kind, reason: Reason, mistakes: tuple[str, ...] = (), call: int = 0
    ) -> Verdict:
        returned = self.outcomes[call].curve
        compared = self.outcomes[call].kind in ("curve", "tensors")
        expected = self.expected(call) if returned or compared else ()
        difference = first_difference(expected, returned) if compared else None
        shown = Shown(call, self.inputs[call], expected, returned, difference)
        points = self.exercise.points
        scored = points if kind == "pass" else 0
        return Verdict(self.exercise.id, kind, scored, points, reason, mistakes, shown)

    def without_curve(self, call: int, outcome: Outcome) -> Verdict:
        """A call gave something that is no curve at all."""
        match outcome.kind:
            case "waiting":
                return without_run(self.exercise, "missing", Reason("waits"))
            case "timeout":
                return self.verdict("timeout", Reason("call_timeout"), call=call)
            case "memory":
                return self.verdict("memory", Reason("out_of_memory"), call=call)
            case "none":
                return self.verdict("wrong", Reason("returned_none"), ("returns_none",), call)
            case "number":
                reason = Reason("returned_number", {"value": outcome.curve[0]})
                return self.verdict("wrong", reason, ("returns_one_number",), call)
        if outcome.error:
            mistakes = mistakes_behind_error(outcome.error, outcome.warnings, self.source)
            return self.verdict("error", _raised("call", outcome.error), mistakes, call)
        return self.verdict("wrong", _returned_other(outcome), call=call)

    def with_curves(self) -> Verdict:
        """Every call gave numbers: compare them with the oracle's."""
        wrong = [
            call
            for call, outcome in enumerate(self.outcomes)
            if first_difference(self.expected(call), outcome.curve)
        ]
        in_tensors = any(outcome.kind == "tensors" for outcome in self.outcomes)
        mistakes: tuple[str, ...] = ("returns_tensors",) if in_tensors else ()
        if wrong:
            reason = Reason("differs_elsewhere" if wrong[0] else "differs_in_lesson")
            return self.verdict("wrong", reason, mistakes + self.explain(wrong), wrong[0])
        if shortcut := self.shortcut():
            return self.verdict("forbidden", Reason("right_by_a_tool"), shortcut)
        if in_tensors:
            return self.verdict("wrong", Reason("right_in_tensors"), mistakes)
        curve = self.outcomes[0].curve
        fields: dict[str, Value] = {"values": len(curve), "first": curve[0], "last": curve[-1]}
        return self.verdict("pass", Reason("right", fields))

    def shortcut(self) -> tuple[str, ...]:
        """What a right answer used although the exercise is to do without it."""
        if not self.exercise.forbids:
            return ()
        tools = read_tools(with_helpers(parse_cell(self.text), self.cells_before))
        if self.exercise.forbids == "torch" and tools.torch:
            return ("uses_torch",)
        return ("uses_autograd",) if tools.autograd else ()

    def explain(self, wrong: list[int]) -> tuple[str, ...]:
        curves: list[Curve] = [outcome.curve for outcome in self.outcomes]
        if not any(curves):
            return ("returns_empty",)
        first, last = curves[0], curves[-1]
        if len(curves) > 1 and self.inputs[0] == self.inputs[-1] and first_difference(first, last):
            return ("not_repeatable",)
        expected = [self.expected(call) for call in range(len(curves))]
        found = find_mistakes(Evidence(self.exercise, self.inputs, expected, curves, self.source))
        # By definition: what is right for the lesson's inputs, and for no others.
        return ("hard_coded",) if not found and wrong[0] > 0 else found


def _raised(where: str, error: ErrorReport) -> Reason:
    fields: dict[str, Value] = {"error": str(error)}
    if not error.line_number:
        return Reason(f"{where}_raised", fields)
    fields |= {"line_number": error.line_number, "line": error.line}
    return Reason(f"{where}_raised_at", fields)


def _returned_other(outcome: Outcome) -> Reason:
    if outcome.position is None:
        return Reason("returned_object", {"type": outcome.type})
    if outcome.type == "NoneType":
        return Reason("returned_list_with_none", {"position": outcome.position})
    return Reason("returned_list_with", {"type": outcome.type, "position": outcome.position})
