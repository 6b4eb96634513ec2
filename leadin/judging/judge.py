"""What a function returned on several inputs -> a verdict, and why."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from leadin.course.catalogue import AnyExercise
from leadin.course.exercise import Edit, Exercise, Inputs
from leadin.course.small import Small
from leadin.judging.calls import Tried, curves_among, diverges, planned, tried
from leadin.judging.curve import Curve, Tolerance, first_difference
from leadin.judging.errors import mistakes_behind_error
from leadin.judging.no_numbers import (
    UNFINISHED,
    raised,
    returned_other,
    shortcut,
    without_engine,
    without_run,
)
from leadin.judging.search import Evidence, find_mistakes
from leadin.judging.small import judge_small
from leadin.judging.smallest import smallest_case
from leadin.judging.source import Source, parse_cell, read_source
from leadin.judging.verdict import Kind, Reason, Shown, Smallest, Value, Verdict
from leadin.observe import ErrorReport, Outcome


def judge(
    exercise: AnyExercise,
    inputs: Sequence[Inputs],
    outcomes: Sequence[Outcome],
    source: str = "",
    cells_before: Sequence[str] = (),
    further: Sequence[Outcome] = (),
) -> Verdict:
    """Judge what a function returned.

    Args:
        exercise: what was asked.
        inputs: what the function was called with, as `calls` gives them.
        outcomes: what came back; it may end early, at an outcome that is no curve, or no
            numbers.
        source: text of the answer, for telling apart mistakes whose curves are the same.
        cells_before: texts of the cells before it, in which it may have helpers.
        further: what came back for the inputs that `experiments` asked for; it may end early.

    Returns:
        The verdict.
    """
    if isinstance(exercise, Small):
        return judge_small(exercise, inputs, outcomes, source, cells_before)
    curves = curves_among(outcomes)
    case = _Case(exercise, inputs, outcomes, source, cells_before, curves, further)
    if wrong := case.wrong_calls():
        return case.with_wrong_curves(wrong)
    if len(curves) < len(outcomes):
        return case.without_curve(len(curves), outcomes[len(curves)])
    return case.with_right_curves()


def stopped_in_cell(
    exercise: AnyExercise, error: ErrorReport, source: str, cells_before: Sequence[str] = ()
) -> Verdict:
    """The verdict on an answer whose cell stops with an error when it is run.

    Args:
        exercise: what was asked.
        error: what it raised.
        source: text of the cell.
        cells_before: texts of the cells before it.
    """
    mistakes = mistakes_behind_error(error, (), read_source(parse_cell(source)))
    reason = raised("cell", error, mistakes, source, cells_before)
    return Verdict(exercise.id, "error", 0, exercise.points, reason, mistakes)


@dataclass(frozen=True)
class _Case:
    exercise: Exercise
    inputs: Sequence[Inputs]
    outcomes: Sequence[Outcome]
    text: str
    cells_before: Sequence[str]
    curves: Sequence[Outcome]
    further: Sequence[Outcome] = ()

    @property
    def source(self) -> Source:
        """Read only for wrong answers: a right one needs no explanation."""
        return read_source(parse_cell(self.text))

    def expected(self, call: int) -> tuple[float, ...]:
        """The oracle's curve for a call."""
        return tuple(self.exercise.oracle(**self.inputs[call]))

    def verdict(
        self,
        kind: Kind,
        reason: Reason,
        mistakes: tuple[str, ...] = (),
        call: int = 0,
        smallest: Smallest | None = None,
    ) -> Verdict:
        returned = self.outcomes[call].curve
        compared = self.outcomes[call].is_curve
        expected = self.expected(call) if returned or compared else ()
        difference = first_difference(expected, returned) if compared else None
        shown = Shown(call, self.inputs[call], expected, returned, difference)
        points = self.exercise.points
        scored = points if kind == "pass" else 0
        return Verdict(self.exercise.id, kind, scored, points, reason, mistakes, shown, smallest)

    def without_curve(self, call: int, outcome: Outcome) -> Verdict:
        """A call gave something that is no curve at all."""
        match outcome.kind:
            case "waiting":
                return without_run(self.exercise, "missing", Reason("waits"))
            case "timeout" | "memory":
                return self.verdict(*UNFINISHED[outcome.kind], call=call)
            case "none":
                return self.verdict("wrong", Reason("returned_none"), ("returns_none",), call)
            case "number":
                reason = Reason("returned_number", {"value": outcome.curve[0]})
                return self.verdict("wrong", reason, ("returns_one_number",), call)
        if outcome.error:
            frozen = self.exercise.loop.frozen
            mistakes = mistakes_behind_error(outcome.error, outcome.warnings, self.source, frozen)
            reason = raised("call", outcome.error, mistakes, self.text, self.cells_before)
            tried = self.tried() if diverges(self.outcomes) else []
            proven = self.proven(tried) or self.overflowing(call, tried) if tried else ()
            smallest = None if proven else smallest_case(self.exercise, tried)
            return self.verdict("error", reason, proven + mistakes, call, smallest)
        reason, named = returned_other(outcome)
        return self.verdict("wrong", reason, named, call)

    def overflowing(self, call: int, tried: Sequence[Tried]) -> tuple[str, ...]:
        """The mistake that leads to no finite loss here: plain Python stops on the way to it.

        It is the only one that does so and gives all curves that there are.
        """
        tries = [each for each in tried if each.experiment.is_comparable]
        cases = [(each.experiment.inputs, each.returned) for each in tries]
        cases += zip(self.inputs, (outcome.curve for outcome in self.curves), strict=False)

        def fits(edit: Edit) -> bool:
            simulate = self.exercise.simulate
            if all(map(math.isfinite, simulate(self.inputs[call], edit))):
                return False
            return not any(first_difference(simulate(on, edit), curve) for on, curve in cases)

        mistakes = self.exercise.mistakes.items()
        found = tuple(mistake for mistake, edits in mistakes if any(map(fits, edits)))
        return found if len(found) == 1 else ()

    def wrong_calls(self) -> list[int]:
        """The calls whose curve is not the oracle's, before any that gave no curve."""
        return [
            call
            for call, outcome in enumerate(self.curves)
            if first_difference(self.expected(call), outcome.curve)
        ]

    @property
    def in_tensors(self) -> tuple[str, ...]:
        are = any(outcome.kind == "tensors" for outcome in self.curves)
        return ("returns_tensors",) if are else ()

    def with_wrong_curves(self, wrong: list[int]) -> Verdict:
        reason = Reason("differs_elsewhere" if wrong[0] else "differs_in_lesson")
        tried = self.tried()
        found = self.explain(tried)
        smallest = None if found else self.smallest(tried, wrong[0])
        return self.verdict("wrong", reason, self.in_tensors + found, wrong[0], smallest)

    def with_right_curves(self) -> Verdict:
        used = shortcut(self.exercise, self.text, self.cells_before)
        if used:
            return self.verdict("forbidden", Reason("right_by_a_tool"), used)
        if without_engine(self.exercise, self.text, self.cells_before):
            return self.verdict("wrong", Reason("right_without_engine"), ("engine_unused",))
        if self.in_tensors:
            return self.verdict("wrong", Reason("right_in_tensors"), self.in_tensors)
        curve, expected = self.curves[0].curve, self.expected(0)
        fields: dict[str, Value] = {"values": len(curve), "first": curve[0], "last": curve[-1]}
        least = Tolerance().of_largest * max(expected)
        if min(expected) >= least:
            return self.verdict("pass", Reason("right", fields))
        return self.verdict("pass", Reason("right_above_rounding", {**fields, "least": least}))

    def tried(self) -> list[Tried]:
        """The experiments that were made with a wrong answer."""
        plan = planned(self.exercise, self.inputs, self.outcomes)
        return tried(self.exercise, plan, self.further)

    def explain(self, tried: Sequence[Tried]) -> tuple[str, ...]:
        """The mistakes that are proven."""
        curves: list[Curve] = [outcome.curve for outcome in self.curves]
        if not any(curves):
            return ("returns_empty",)
        if len(curves) == len(self.inputs) and first_difference(curves[-2], curves[-1]):
            return ("not_repeatable",)  # the last two calls are the same one
        if all(math.isnan(value) for curve in curves for value in curve):
            return ("nan_from_start",)
        if _is_fixed(tried):
            return ("hard_coded",)
        return self.proven(tried)

    def proven(self, tried: Sequence[Tried]) -> tuple[str, ...]:
        """The mistakes that give all curves, of the calls and of the experiments."""
        curves = [outcome.curve for outcome in self.curves]
        expected = [self.expected(call) for call in range(len(curves))]
        inputs = self.inputs[: len(curves)]
        return find_mistakes(Evidence(self.exercise, tried, inputs, expected, curves, self.source))

    def smallest(self, tried: Sequence[Tried], wrong: int) -> Smallest:
        """The smallest case; the call itself where nothing smaller shows it."""
        found = smallest_case(self.exercise, tried)
        curve = self.outcomes[wrong].curve
        return found or Smallest("special", self.inputs[wrong], self.expected(wrong), curve)


def _is_fixed(tried: Sequence[Tried]) -> bool:
    """Whether no number changes what comes out: every curve is the beginning of the same one."""
    curves = [tuple(each.returned) for each in tried if each.experiment.aim != "shrunk"]
    longest = max(curves, key=len, default=())
    return bool(longest) and all(curve == longest[: len(curve)] for curve in curves)
