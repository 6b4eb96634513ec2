"""Why an answer gave nothing that could be compared: it was not run, raised, or returned else."""

from collections.abc import Mapping, Sequence

from leadin.course.catalogue import AnyExercise
from leadin.course.exercise import Exercise
from leadin.judging.place import place
from leadin.judging.plain_words import explain_error
from leadin.judging.source import can_use_engine, parse_cell, read_tools, with_helpers
from leadin.judging.verdict import Kind, Reason, Value, Verdict
from leadin.observe import ErrorReport, Outcome

#: Kinds of outcome that end a call before it gives anything, and the verdict on them.
UNFINISHED: Mapping[str, tuple[Kind, Reason]] = {
    "timeout": ("timeout", Reason("call_timeout")),
    "memory": ("memory", Reason("out_of_memory")),
}


def without_run(exercise: AnyExercise, kind: Kind, reason: Reason) -> Verdict:
    """The verdict on an answer that could not be called at all.

    Args:
        exercise: what was asked.
        kind: anything but `pass`.
        reason: why.
    """
    return Verdict(exercise.id, kind, 0, exercise.points, reason)


def raised(
    where: str,
    reported: ErrorReport,
    mistakes: Sequence[str],
    text: str,
    cells_before: Sequence[str],
) -> Reason:
    """The error, and in plain words what no mistake that is named says already.

    Args:
        where: `call` or `cell`.
        reported: what was raised.
        mistakes: those that are proven behind it.
        text: of the answer.
        cells_before: texts of the cells before it.
    """
    placed = place(reported, text, cells_before)
    error = placed.error
    more = [] if mistakes else [explain_error(error, text or placed.cell, cells_before)]
    if placed.is_earlier:
        more.append(Reason("line_of_earlier_cell"))
    fields: dict[str, Value] = {"error": str(error)}
    if not error.line_number:
        return Reason(f"{where}_raised", fields, tuple(more))
    fields |= {"line_number": error.line_number, "line": error.line}
    return Reason(f"{where}_raised_at", fields, tuple(more))


def returned_other(outcome: Outcome) -> tuple[Reason, tuple[str, ...]]:
    """What came back that is no numbers, and the mistake that shows in it, if any."""
    is_function = outcome.type in ("builtin_function_or_method", "method", "function")
    named = ("not_called",) if is_function else ()
    if outcome.position is None:
        return Reason("returned_object", {"type": outcome.type}), named
    if outcome.type == "NoneType":
        return Reason("returned_list_with_none", {"position": outcome.position}), named
    if outcome.type == "Value":  # what lesson 11 calls the numbers of its engine
        named = ("returns_values",)
    fields: dict[str, Value] = {"type": outcome.type, "position": outcome.position}
    return Reason("returned_list_with", fields), named


def shortcut(exercise: AnyExercise, text: str, cells_before: Sequence[str]) -> tuple[str, ...]:
    """What a right answer used although the exercise is to do without it."""
    if not exercise.forbids:
        return ()
    tools = read_tools(with_helpers(parse_cell(text), cells_before))
    if exercise.forbids == "torch" and tools.torch:
        return ("uses_torch",)
    return ("uses_autograd",) if tools.autograd else ()


def without_engine(exercise: Exercise, text: str, cells_before: Sequence[str]) -> bool:
    """Whether a right answer certainly leaves the engine unused that it is to be made with."""
    if not exercise.own_engine:
        return False
    tree = with_helpers(parse_cell(text), cells_before)
    return not can_use_engine(tree, exercise.function)
