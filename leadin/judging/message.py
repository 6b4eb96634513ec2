"""Verdicts in words. Every number in them is the student's or follows from the student's call."""

from collections.abc import Sequence

from leadin.course.exercise import Exercise, Inputs
from leadin.judging.catalogue import MISTAKES, section_for
from leadin.judging.curve import Curve, Difference
from leadin.observe import MAX_VALUES, Outcome

#: What is said of an exercise in which nothing was written yet.
WAITS = "This exercise waits for you: write your code where NotImplementedError stands."

#: What the verdicts other than `pass` are called in a headline.
HEADLINES = {
    "wrong": "not right yet",
    "error": "stopped by an error",
    "missing": "not written yet",
    "timeout": "not finished in time",
    "memory": "out of memory",
    "forbidden": "uses what it should do without",
    "invalid": "could not be read",
}


def passed(exercise: Exercise, curve: Curve) -> str:
    """The verdict on a right answer."""
    return (
        f"✓ {exercise.id}: right ({_points(exercise.points)}).\n"
        f"Your {len(curve)} losses, {number(curve[0])} down to {number(curve[-1])}, are the "
        "expected ones up to rounding,\nand so are those for other data, starts, learning rates "
        "and numbers of epochs."
    )


def compose(exercise: Exercise, verdict: str, what: str, mistakes: Sequence[str]) -> str:
    """Put a verdict together: what happened, the mistakes by name, a hint, where to read."""
    lines = [f"✗ {exercise.id}: {HEADLINES[verdict]} (0 of {_points(exercise.points)}).", what]
    for id_ in mistakes:
        mistake = MISTAKES[id_]
        lines += [
            "",
            f"Mistake: {mistake.explanation} [{mistake.id}]",
            f"Hint: {mistake.hint}",
            f"Read: {section_for(mistake, exercise.lesson)}",
        ]
    if verdict == "wrong" and not mistakes:
        lines += [
            "",
            "This mistake is not one I know.",
            "Hint: work out the first two samples by hand, and print your loss, gradient and "
            "weight beside it.",
        ]
    return "\n".join(lines)


def differs(
    exercise: Exercise,
    inputs: Inputs,
    difference: Difference,
    length: int,
    right_in_lesson: bool,
) -> str:
    """Where a curve differs first, and by how much."""
    if right_in_lesson:
        where = f"Right on the lesson's inputs, but not on others:\n{call(exercise, inputs)}"
    else:
        where = "On the lesson's inputs:"
    wanted = inputs["epochs"]
    lines = [where]
    if length != wanted:
        lines.append(f"    you return {_values(length)}, asked for are {wanted}: one per epoch")
    if difference.expected is not None and difference.actual is not None:
        yours, expected = _side_by_side(difference.actual, difference.expected)
        lines.append(
            f"    first difference at epoch {difference.epoch}: yours is {yours}, "
            f"expected is {expected}"
        )
    elif difference.epoch:
        lines.append(f"    the first {_values(difference.epoch)} are as expected")
    return "\n".join(lines)


def shortcut(exercise: Exercise) -> str:
    """A right curve, but from a tool that does what the exercise asks for."""
    return f"The values are right, but {exercise.function}() leaves the work to a tool."


def only_tensors(exercise: Exercise) -> str:
    """A right curve, but of tensors."""
    return f"The values are right, but {exercise.function}() returns them as tensors."


def no_curve(exercise: Exercise, inputs: Inputs, outcome: Outcome) -> str:
    """What a call gave that is no curve."""
    # The detail names another culprit than the function, or says what came back.
    name = f"{exercise.function}()"
    culprit = outcome.detail or name
    asked = "asked for is a list of floats, one per epoch"
    match outcome.kind:
        case "waiting":
            return outcome.detail or WAITS
        case "timeout":
            text = f"{culprit} did not end in time. Is there a loop without an end in it?"
            return text if outcome.detail else f"{text}\n{call(exercise, inputs)}"
        case "memory":
            return f"{name} ran out of memory."
        case "none":
            return f"{name} returns None; {asked}."
        case "number":
            return f"{name} returns {number(outcome.curve[0])}; {asked}."
        case "raised" if outcome.error:
            error = outcome.error
            place = f"\n    line {error.line_number}: {error.line}" if error.line_number else ""
            return f"{culprit} stops with an error:{place}\n    {error}"
    return f"{name} returns {outcome.detail}; {asked}."


def call(exercise: Exercise, inputs: Inputs) -> str:
    """A call as a student can paste it into a cell."""
    arguments = ", ".join(f"{name}={value!r}" for name, value in inputs.items())
    return f"    {exercise.function}({arguments})"


def number(value: float) -> str:
    """A loss for reading: up to six significant digits."""
    return f"{value:.6g}"


def _side_by_side(one: float, other: float) -> tuple[str, str]:
    """Two numbers with as many digits as it takes to tell them apart."""
    for digits in range(6, 18):
        texts = f"{one:.{digits}g}", f"{other:.{digits}g}"
        if texts[0] != texts[1]:
            break
    return texts


def _values(count: int) -> str:
    if count > MAX_VALUES:
        return f"more than {MAX_VALUES} values"
    return "1 value" if count == 1 else f"{count} values"


def _points(count: int) -> str:
    return "1 point" if count == 1 else f"{count} points"
