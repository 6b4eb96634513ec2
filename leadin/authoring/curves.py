"""`leadin curve`: the right curve of an exercise, and which of its mistakes can't be told apart."""

from collections.abc import Iterator
from dataclasses import dataclass

from leadin.course import Exercise
from leadin.judging.calls import comparable
from leadin.judging.curve import first_difference


def curve_lines(exercise: Exercise) -> Iterator[str]:
    """The right curve for the lesson's inputs as CSV, line by line."""
    yield "epoch,loss"
    for epoch, loss in enumerate(exercise.oracle(**exercise.lesson_inputs)):
        yield f"{epoch},{loss!r}"


@dataclass(frozen=True)
class Alike:
    """Mistakes that no curve tells apart, on whatever an answer is called with.

    Attributes:
        right: those whose curve is the right one.
        groups: those that share a wrong one.
        own: how many mistakes have curves that no other one has.
    """

    right: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...]
    own: int


def alike(exercise: Exercise, seed: int = 0) -> Alike:
    """Compare the curves of an exercise's mistakes with each other, and with the right ones.

    Args:
        exercise: whose mistakes.
        seed: chooses the hidden inputs.
    """
    inputs = comparable(exercise, seed)
    # The names found so far for each different set of curves; the right set comes first.
    found = [([exercise.oracle(**each) for each in inputs], dict[str, None]())]
    for mistake, edits in exercise.mistakes.items():
        for edit in edits:
            curves = [exercise.simulate(each, edit) for each in inputs]
            for known, names in found:
                if not any(map(first_difference, known, curves)):
                    names[mistake] = None
                    break
            else:
                found.append((curves, {mistake: None}))
    (_, right), *others = found
    groups = sorted({tuple(names) for _, names in others if len(names) > 1})
    shared = {*right, *(name for group in groups for name in group)}
    return Alike(tuple(right), tuple(groups), len(exercise.mistakes.keys() - shared))


def alike_lines(exercise: Exercise, seed: int = 0) -> Iterator[str]:
    """What `alike` finds, line by line."""
    found = alike(exercise, seed)
    if found.right:
        yield f"not told apart from the right loop: {', '.join(found.right)}"
    for group in found.groups:
        yield f"the same curves: {', '.join(group)}"
    yield f"curves of their own: {found.own} of {len(exercise.mistakes)} mistakes"
