"""Whether an answer is right, decided by the reference alone and without the judge.

Its inputs are others than the judge's, some of them at the edge of what may be asked; how two
curves are compared is written here once more.
"""

import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from leadin.course import Exercise, Inputs
from leadin.observe import Outcome

#: The judge takes seed 0.
SEEDS = (101, 102, 103, 104)
#: Allowed share of the expected loss, and of the largest expected one so far, near zero.
RELATIVE, OF_LARGEST = 1e-3, 1e-9
#: Between these multiples of what is allowed, rounding could have decided.
IN_DOUBT = (0.1, 10.0)

#: Layers of other widths than the judge's draws have, for the exercises that have layers.
OTHER_WIDTHS: dict[str, tuple[tuple[int, ...], ...]] = {
    "03-matrix-gradients": ((3, 2, 4), (2, 4, 3), (2, 1, 2)),
    "04-below-the-floor": ((5, 3), (3, 5), (4, 1)),
}


@dataclass(frozen=True)
class Trial:
    """Inputs, and the curve that they should give.

    Attributes:
        name: `seed 101/0`, or what is special about the inputs.
        is_edge: whether they are at the edge of what may be asked.
    """

    name: str
    inputs: Inputs
    wanted: Sequence[float]
    is_edge: bool


@dataclass(frozen=True)
class Truth:
    """What the reference says.

    Attributes:
        right: whether every curve was as wanted.
        in_doubt: whether rounding could have decided.
        wrong_on: names of trials that came out wrong; the list ends with the first clear one that
            is no edge.
        only_at_edge: whether all of them are edges.
    """

    right: bool
    in_doubt: bool = False
    wrong_on: tuple[str, ...] = ()
    only_at_edge: bool = False


def samples_of(exercise: Exercise) -> list[str]:
    """The arguments that hold one item for each sample."""
    return [
        name for name in exercise.parts["data"] if isinstance(exercise.lesson_inputs[name], list)
    ]


def trials(exercise: Exercise) -> list[Trial]:
    """A dozen inputs: ordinary ones first, then edges, each with its curve."""
    drawn = [
        (f"seed {seed}/{number}", inputs, False)
        for seed in SEEDS
        for number, inputs in enumerate(exercise.hidden_inputs(seed))
    ]
    edges = [(name, inputs, True) for name, inputs in _edges(exercise, drawn[0][1])]
    found = [
        Trial(name, inputs, exercise.oracle(**inputs), is_edge)
        for name, inputs, is_edge in drawn + edges
    ]
    # A right loop may run away too, with a step made for other data; that says nothing.
    return [trial for trial in found if all(map(math.isfinite, trial.wanted))]


def _edges(exercise: Exercise, inputs: Inputs) -> Iterator[tuple[str, Inputs]]:
    names = samples_of(exercise)
    n = len(inputs[names[0]])

    def first(count: int, **others: Any) -> Inputs:
        return {**inputs, **{name: inputs[name][:count] for name in names}, **others}

    yield "one sample", first(1)
    yield "one epoch", first(n, epochs=1)
    yield "no step", first(n, lr=0.0)
    yield "all samples but the last", first(n - 1)
    if "k" in inputs:
        half = n // 2
        yield "k is 1", first(n, k=1)
        yield "k is n", first(n, k=n)
        yield "k is above n", first(n, k=n + 2)
        yield "k divides n", first(2 * half, k=half)
    for widths in OTHER_WIDTHS.get(exercise.id, ()):
        drawn = exercise.draw(random.Random(str(widths)), *widths)
        yield f"widths {widths}", {**inputs, **drawn}


def gap(wanted: Sequence[float], outcome: Outcome) -> float:
    """How far a curve is off, in multiples of what is allowed; inf where it is no curve."""
    if outcome.kind != "curve" or len(outcome.curve) != len(wanted):
        return math.inf
    worst = largest = 0.0
    for want, got in zip(wanted, outcome.curve, strict=True):
        largest = max(largest, abs(want))
        off, allowed = abs(got - want), RELATIVE * abs(want) + OF_LARGEST * largest
        if off:
            worst = max(worst, off / allowed if math.isfinite(off) and allowed else math.inf)
    return worst


def decide(tried: Sequence[Trial], call: Callable[[Inputs], Outcome]) -> Truth:
    """Say whether a function is right.

    Args:
        tried: the trials that count.
        call: calls the function.
    """
    wrong: list[Trial] = []
    in_doubt = False
    for trial in tried:
        off = gap(trial.wanted, call(trial.inputs))
        in_doubt |= IN_DOUBT[0] < off < IN_DOUBT[1]
        if off > 1:
            wrong.append(trial)
        if off >= IN_DOUBT[1] and not trial.is_edge:
            in_doubt = False
            break
    names = tuple(trial.name for trial in wrong)
    only_at_edge = bool(wrong) and all(trial.is_edge for trial in wrong)
    return Truth(not wrong, in_doubt, names, only_at_edge)


def fair_trials(tried: Sequence[Trial], call: Callable[[Inputs], Outcome]) -> list[Trial]:
    """The trials on which an unchanged answer is right: an edge may be beyond what it can do."""
    return [trial for trial in tried if gap(trial.wanted, call(trial.inputs)) < IN_DOUBT[0]]
