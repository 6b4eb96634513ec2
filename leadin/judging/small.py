"""What a function returned in a small exercise -> a verdict: numbers, compared one by one."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from leadin.course.small import Small
from leadin.judging.errors import mistakes_behind_error
from leadin.judging.no_numbers import UNFINISHED, raised, returned_other, shortcut, without_run
from leadin.judging.source import Source, parse_cell, read_source
from leadin.judging.verdict import MAX_TEXT, Kind, Reason, Shown, Verdict
from leadin.observe import Outcome
from leadin.training.loop import Inputs

#: How far a right number may lie from the oracle's, as a share of it: float32 and finite
#: differences err less.
RELATIVE = 1e-4
#: The same as a share of the largest number that was asked for, for those that are nearly zero.
OF_LARGEST = 1e-6


def calls_of_small(exercise: Small, seed: int = 0) -> list[Inputs]:
    """What its function is called with: the lesson's arguments first and last, others between."""
    lesson = exercise.lesson_inputs
    return [lesson, *exercise.hidden_inputs(seed), lesson]


def judge_small(
    exercise: Small,
    inputs: Sequence[Inputs],
    outcomes: Sequence[Outcome],
    source: str = "",
    cells_before: Sequence[str] = (),
) -> Verdict:
    """Judge what a function returned.

    Args:
        exercise: what was asked.
        inputs: what the function was called with, as `calls_of_small` gives them.
        outcomes: what came back; it may end early, at an outcome that is no numbers.
        source: text of the answer.
        cells_before: texts of the cells before it, in which it may have helpers.

    Returns:
        The verdict.
    """
    return _Case(exercise, inputs, outcomes, source, cells_before).judge()


def same_numbers(one: Outcome, other: Outcome) -> bool:
    """Whether two outcomes are the same numbers, up to rounding, in the same form."""
    largest = max((abs(number) for number in one.curve if math.isfinite(number)), default=0.0)
    return has_form(one, other) and all(
        _same(wanted, got, largest or 1.0)
        for wanted, got in zip(one.curve, other.curve, strict=True)
    )


def _same(wanted: float, got: float, largest: float) -> bool:
    if not math.isfinite(wanted):  # as some mistakes give it, and nothing that is right
        return got == wanted or (math.isnan(got) and math.isnan(wanted))
    return abs(got - wanted) <= RELATIVE * abs(wanted) + OF_LARGEST * largest


def has_form(expected: Outcome, returned: Outcome) -> bool:
    """Whether numbers are nested as they should be; a single one may stand in brackets."""
    nesting = returned.nesting.strip("[]") if expected.kind == "number" else returned.nesting
    return expected.nesting == nesting


@dataclass(frozen=True)
class _Case:
    exercise: Small
    inputs: Sequence[Inputs]
    outcomes: Sequence[Outcome]
    text: str
    cells_before: Sequence[str]

    @property
    def source(self) -> Source:
        return read_source(parse_cell(self.text))

    def judge(self) -> Verdict:
        wrong = next((i for i, right in enumerate(self.are_right()) if not right), None)
        if wrong is None:
            return self.right()
        if not self.outcomes[wrong].is_numbers:
            return self.without_numbers(wrong)
        expected, outcome = self.expected(wrong), self.outcomes[wrong]
        reason = Reason("numbers_differ")
        # Without arguments there is one right answer, and its form tells of it.
        if self.exercise.lesson_inputs and not has_form(expected, outcome):
            fields = {"asked": expected.nesting, "given": outcome.nesting[:MAX_TEXT]}
            reason = Reason("numbers_of_other_form", fields)
        return self.verdict("wrong", reason, self.explain(), wrong)

    def are_right(self) -> list[bool]:
        return [
            outcome.is_numbers and same_numbers(self.expected(call), outcome)
            for call, outcome in enumerate(self.outcomes)
        ]

    def expected(self, call: int) -> Outcome:
        return self.exercise.oracle(**self.inputs[call])

    def verdict(
        self, kind: Kind, reason: Reason, mistakes: tuple[str, ...] = (), call: int = 0
    ) -> Verdict:
        exercise, outcome = self.exercise, self.outcomes[call]
        expected = self.expected(call)
        forms = expected.nesting, outcome.nesting if outcome.is_numbers else ""
        shown = Shown(call, self.inputs[call], expected.curve, outcome.curve, forms=forms)
        scored = exercise.points if kind == "pass" else 0
        return Verdict(exercise.id, kind, scored, exercise.points, reason, mistakes, shown)

    def right(self) -> Verdict:
        used = shortcut(self.exercise, self.text, self.cells_before)
        if used:
            return self.verdict("forbidden", Reason("right_by_a_tool"), used)
        how = "right_numbers" if self.exercise.lesson_inputs else "right_numbers_always"
        return self.verdict("pass", Reason(how))

    def without_numbers(self, call: int) -> Verdict:
        """A call gave something else than numbers."""
        outcome = self.outcomes[call]
        match outcome.kind:
            case "waiting":
                return without_run(self.exercise, "missing", Reason("waits"))
            case "timeout" | "memory":
                return self.verdict(*UNFINISHED[outcome.kind], call=call)
            case "none":
                why = "not_called" if self.source.names_backward else "gives_none"
                return self.verdict("wrong", Reason("gave_none"), (why,), call)
        if outcome.error:
            found = mistakes_behind_error(outcome.error, outcome.warnings, self.source)
            mistakes = tuple(self.exercise.of_errors.get(each, each) for each in found)
            if outcome.error.type == "OverflowError":
                mistakes = self.overflowing(call) or mistakes
            reason = raised("call", outcome.error, mistakes, self.text, self.cells_before)
            return self.verdict("error", reason, mistakes, call)
        _, named = returned_other(outcome)
        if outcome.type == "NoneType" and self.source.names_backward:
            named = ("not_called",)
        reason = Reason("gave_no_numbers", {"type": outcome.type})
        return self.verdict("wrong", reason, named, call)

    def overflowing(self, call: int) -> tuple[str, ...]:
        """The mistake that leads to no finite number here: plain Python stops on the way to it."""
        for mistake in self.exercise.wrong:
            explained = [self.exercise.mistaken(mistake, **each) for each in self.inputs]
            here = explained[call]
            infinite = here is not None and not all(map(math.isfinite, here.curve))
            if infinite and self.fits(explained[:call]):
                return (mistake,)
        return ()

    def explain(self) -> tuple[str, ...]:
        """The mistake that is proven: it alone gives what came out of every call."""
        exercise, outcomes = self.exercise, self.outcomes
        if not all(outcome.is_numbers for outcome in outcomes):
            return ()
        whole = len(outcomes) == len(self.inputs)
        if whole and repr(outcomes[0].curve) != repr(outcomes[-1].curve):
            return ("not_repeatable",)  # the first and the last call are the same one
        for mistake in exercise.mistakes:
            if self.fits([exercise.mistaken(mistake, **inputs) for inputs in self.inputs]):
                return (mistake,)
        if not exercise.lesson_inputs:
            return self.taken_for_others()
        fixed = all(map(math.isfinite, outcomes[0].curve))
        if whole and fixed and all(same_numbers(outcomes[0], each) for each in outcomes):
            return ("hard_coded",)
        return ("ignores_argument",) if self.ignores_argument() else ()

    def taken_for_others(self) -> tuple[str, ...]:
        """Of an answer that is typed in, the mistakes about one number that it has at that place.

        One of its numbers need not be right for another to be known.
        """
        right, given = self.expected(0), self.outcomes[0]
        if not has_form(right, given):
            return ()
        named = []
        for mistake in self.exercise.wrong:
            wrong = self.exercise.mistaken(mistake)
            if wrong is None or not has_form(right, wrong):
                continue
            places = [i for i, one in enumerate(right.curve) if wrong.curve[i] != one]
            if len(places) == 1 and given.curve[places[0]] == wrong.curve[places[0]]:
                named.append(mistake)
        return tuple(named)

    def ignores_argument(self) -> bool:
        """Whether an argument's value in the lesson stands in its place."""
        lesson = self.exercise.lesson_inputs
        return len(lesson) > 1 and any(
            self.fits([self.right_with({**inputs, name: lesson[name]}) for inputs in self.inputs])
            for name in lesson
        )

    def right_with(self, inputs: Inputs) -> Outcome | None:
        try:
            return self.exercise.oracle(**inputs)
        except (ArithmeticError, LookupError, ValueError):  # arguments that don't fit together
            return None

    def fits(self, explained: Sequence[Outcome | None]) -> bool:
        """Whether an explanation gives what came out of every call."""
        pairs = zip(explained, self.outcomes, strict=False)
        return all(each is not None and same_numbers(each, outcome) for each, outcome in pairs)
