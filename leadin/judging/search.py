"""Wrong curves -> the mistakes that produce exactly these curves.

A mistake is named only when a loop that contains it gives the student's curve on every set of
inputs, from the first epoch to the last. So a name is proven by numbers, not guessed.
"""

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from leadin.course.exercise import Edit, Exercise, Inputs, Part
from leadin.judging.curve import Curve, first_difference
from leadin.judging.source import Source

IGNORED: dict[Part, str] = {
    "data": "hard_coded",
    "start": "ignores_start",
    "lr": "ignores_lr",
    "epochs": "ignores_epochs",
}


#: Learning rates that people write without thinking.
USUAL_RATES = (1.0, 0.5, 0.1, 0.05, 0.02, 0.01, 0.005, 0.001, 0.0005, 0.0001)
#: How far a chaotic curve must agree.
CHAOTIC_EPOCHS = 5


@dataclass(frozen=True)
class Suspect:
    """One explanation to try: an edited loop, fed with some of the lesson's inputs.

    Attributes:
        mistakes: the ids it stands for.
        edit: fields of the exercise's loop to change.
        given: values that take the place of arguments, whatever the call says.
        rate: what the learning rate is multiplied by.
    """

    mistakes: tuple[str, ...]
    edit: Edit = field(default_factory=dict)
    given: Inputs = field(default_factory=dict)
    rate: float = 1.0

    def inputs(self, called_with: Inputs) -> Inputs:
        """What the function trains with when it is called with these inputs."""
        inputs = {**called_with, **self.given}
        return {**inputs, "lr": inputs["lr"] * self.rate}


@dataclass(frozen=True)
class Evidence:
    """Curves that a function returned for several inputs, and the text it was read from."""

    exercise: Exercise
    inputs: Sequence[Inputs]
    expected: Sequence[Curve]
    curves: Sequence[Curve]
    source: Source

    def fits(self, suspect: Suspect) -> bool:
        """Whether the suspect gives each of the curves. The first epochs rule most of them out."""
        if not self._agrees(suspect, epochs=2):
            return False
        if not self.exercise.chaotic & set(suspect.mistakes):
            return self._agrees(suspect)
        return self._agrees(suspect, CHAOTIC_EPOCHS) and self._is_as_long(suspect)

    def is_endless(self) -> bool:
        """Whether a curve is far longer than asked for."""
        pairs = zip(self.curves, self.inputs, strict=True)
        return any(len(curve) > 10 * inputs["epochs"] for curve, inputs in pairs)

    def _is_as_long(self, suspect: Suspect) -> bool:
        simulated = (
            self.exercise.simulate(suspect.inputs(inputs), suspect.edit) for inputs in self.inputs
        )
        return list(map(len, simulated)) == list(map(len, self.curves))

    def _agrees(self, suspect: Suspect, epochs: int | None = None) -> bool:
        for inputs, curve in zip(self.inputs, self.curves, strict=True):
            given = suspect.inputs(inputs)
            if epochs is None:
                simulated = self.exercise.simulate(given, suspect.edit)
            else:
                simulated = self.exercise.simulate({**given, "epochs": epochs}, suspect.edit)
                shared = min(len(simulated), len(curve))
                simulated, curve = simulated[:shared], curve[:shared]
            if first_difference(simulated, curve):
                return False
        return True


def find_mistakes(evidence: Evidence) -> tuple[str, ...]:
    """Name the mistakes behind wrong curves, the simplest explanation first.

    Args:
        evidence: curves that are all plain numbers, at least one of them wrong.

    Returns:
        Ids of mistakes that together explain every curve; empty where no known ones do.
    """
    steps: list[Callable[[Evidence], Iterator[Suspect]]] = [
        _singles,
        _wrong_lengths,
        _ignored_inputs,
        _starts_of_its_own,
        _other_rates,
        _pairs,
        _singles_ignoring_inputs,
    ]
    if _is_rounded(evidence):
        return ("rounded_loss",)
    if evidence.is_endless():
        steps = [_wrong_lengths]  # nothing else makes so many values, and searching takes long
    for step in steps:
        fitting = [suspect for suspect in step(evidence) if evidence.fits(suspect)]
        if fitting:
            return _settle(fitting, evidence.source)
    return ()


def _is_rounded(evidence: Evidence) -> bool:
    """Whether every value is the oracle's with a few decimals only."""
    pairs = list(zip(evidence.expected, evidence.curves, strict=True))
    return any(
        all(_has_decimals(expected, curve, decimals) for expected, curve in pairs)
        for decimals in range(7)
    )


def _has_decimals(expected: Curve, curve: Curve, decimals: int) -> bool:
    if len(expected) != len(curve):
        return False
    # Rounding moves a value by half a unit of its last decimal; float32 may tip it over.
    half = 0.5001 * 10**-decimals
    return all(
        round(got, decimals) == got and abs(got - wanted) <= half + 1e-3 * abs(wanted)
        for wanted, got in zip(expected, curve, strict=True)
    )


def _settle(fitting: list[Suspect], source: Source) -> tuple[str, ...]:
    """Keep what is common to the shortest explanations: several can have the same curve."""
    readings = [_read(suspect.mistakes, source) for suspect in fitting]
    fewest = min(map(len, readings))
    first, *others = [reading for reading in readings if len(reading) == fewest]
    return tuple(mistake for mistake in first if all(mistake in other for other in others))


def _read(mistakes: tuple[str, ...], source: Source) -> tuple[str, ...]:
    """Where two mistakes always give the same curve, the text tells which one it is."""
    names = {
        "zero_before_step": "no_update",
        # Autograd forgets no factor: there, the step itself is half as long.
        "missing_factor_2": "wrong_lr" if source.tools.autograd else "missing_factor_2",
    }
    if source.zeroes_before_step:
        names.update(no_update="zero_before_step", zero_before_step="zero_before_step")
    return tuple(names.get(mistake, mistake) for mistake in mistakes)


def _edits(evidence: Evidence) -> Iterator[tuple[str, Edit]]:
    for mistake, edits in evidence.exercise.mistakes.items():
        for edit in edits:
            yield mistake, edit


def _singles(evidence: Evidence) -> Iterator[Suspect]:
    for mistake, edit in _edits(evidence):
        yield Suspect((mistake,), edit)


def _wrong_lengths(evidence: Evidence) -> Iterator[Suspect]:
    """The right curve, cut short or run on in the same way each time."""
    lengths = {len(curve) for curve in evidence.curves}
    if len(lengths) == 1:
        length = lengths.pop()
        # Of every call the first epoch alone: that is a return in the loop.
        name = "ignores_epochs" if length > 1 else "missing_epoch"
        yield Suspect((name,), given={"epochs": length})
    surpluses = {
        len(curve) - inputs["epochs"]
        for inputs, curve in zip(evidence.inputs, evidence.curves, strict=True)
    }
    if len(surpluses) == 1 and (surplus := surpluses.pop()):
        name = "extra_epoch" if surplus > 0 else "missing_epoch"
        yield Suspect((name,), {"surplus_epochs": surplus})


def _ignored_inputs(evidence: Evidence) -> Iterator[Suspect]:
    """A right loop that takes some of its inputs from the lesson, whatever it is called with."""
    parts = evidence.exercise.parts
    pairs = [(part, name) for part, names in parts.items() for name in names]
    for size in range(1, len(pairs)):
        for chosen in itertools.combinations(pairs, size):
            ignored = {IGNORED[part] for part, _ in chosen}
            if ignored >= {IGNORED[part] for part in parts if part != "epochs"}:
                ignored = {"hard_coded"}  # nothing is left that the function trains on
            lesson = evidence.exercise.lesson_inputs
            yield Suspect(tuple(sorted(ignored)), given={name: lesson[name] for _, name in chosen})


def _starts_of_its_own(evidence: Evidence) -> Iterator[Suspect]:
    """A right loop that starts from zeros or ones, whatever start it is given."""
    names = [
        name
        for name in evidence.exercise.parts["start"]
        if isinstance(evidence.exercise.lesson_inputs[name], float)
    ]
    for size in range(1, len(names) + 1):
        for chosen in itertools.combinations(names, size):
            for value in (0.0, 1.0):
                yield Suspect(("ignores_start",), given=dict.fromkeys(chosen, value))


def _other_rates(evidence: Evidence) -> Iterator[Suspect]:
    """A right loop with another learning rate, solved for from the first epoch's loss."""
    lesson_rate = {"lr": evidence.exercise.lesson_inputs["lr"]}
    for rate in _rates(evidence):
        yield Suspect(("wrong_lr",), rate=rate)
        yield Suspect(("wrong_lr", "ignores_lr"), {}, lesson_rate, rate)
    for lr in USUAL_RATES:
        yield Suspect(("wrong_lr", "ignores_lr"), given={"lr": lr})


def _rates(evidence: Evidence) -> Iterator[float]:
    """Factors of the learning rate at which the first loss comes out as the student's."""
    if not evidence.curves[0]:
        return
    target = evidence.curves[0][0]
    inputs = {**evidence.inputs[0], "epochs": 1}

    def surplus(rate: float) -> float:
        scaled = {**inputs, "lr": inputs["lr"] * rate}
        return evidence.exercise.simulate(scaled, {})[0] - target

    grid = [10 ** (k / 40) for k in range(-160, 121)]  # 1e-4 … 1e3
    for low, high in itertools.pairwise(grid):
        if (surplus(low) > 0) != (surplus(high) > 0):
            yield _bisect(surplus, low, high)


def _bisect(function: Callable[[float], float], low: float, high: float) -> float:
    rising = function(high) > 0
    for _ in range(60):
        middle = (low + high) / 2
        if (function(middle) > 0) == rising:
            high = middle
        else:
            low = middle
    return (low + high) / 2


def _pairs(evidence: Evidence) -> Iterator[Suspect]:
    """Two mistakes in different parts of the loop."""
    for (one, edit), (other, other_edit) in itertools.combinations(_edits(evidence), 2):
        if one != other and not edit.keys() & other_edit.keys():
            yield Suspect((one, other), {**edit, **other_edit})


def _singles_ignoring_inputs(evidence: Evidence) -> Iterator[Suspect]:
    for mistake, edit in _edits(evidence):
        for part, names in evidence.exercise.parts.items():
            given = {name: evidence.exercise.lesson_inputs[name] for name in names}
            yield Suspect((mistake, IGNORED[part]), edit, given)
