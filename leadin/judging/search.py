"""Wrong curves -> the mistakes that produce exactly these curves.

A mistake is named only when a loop that contains it gives the answer's curve on every set of
inputs, from the first epoch to the last. So a name is proven by numbers, not guessed.

The cases stand in order of size, so that nearly every explanation is ruled out by a call of one
sample and one epoch. What explains the first cases only is tried together with what may explain the
next one: several mistakes at once are found one after the other, not by trying all pairs.
"""

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from leadin.course.exercise import Edit, Exercise, Inputs, Part
from leadin.judging.calls import Tried
from leadin.judging.curve import Curve, first_difference
from leadin.judging.source import Source

IGNORED: dict[Part, str] = {
    "data": "ignores_data",
    "start": "ignores_start",
    "lr": "ignores_lr",
    "epochs": "ignores_epochs",
}
#: Arguments of the data that are no samples' values.
IGNORED_BY_NAME = {"k": "ignores_k", "depths": "ignores_depth"}

#: Learning rates and initial values that people write without thinking.
USUAL_RATES = (1.0, 0.5, 0.1, 0.05, 0.02, 0.01, 0.005, 0.001, 0.0005, 0.0001)
USUAL_STARTS = (0.0, 1.0, 2.0, 3.0, 0.5, 0.1, -1.0)
#: How far a chaotic curve must agree.
CHAOTIC_EPOCHS = 5
#: Explanations of the first cases that are tried together with others, and pairs of them likewise.
MOST_BASES = 30
MOST_PAIRS = 10
#: Explanations that are tried in pairs at all: an answer that ignores much has a thousand.
MOST_IN_PAIRS = 300
#: Parameters among which one with a rate of its own is looked for.
MOST_RATES = 6
#: Pairs that are tried at the first case that is wrong.
MOST_PAIRS_AT = 1200


@dataclass(frozen=True)
class Suspect:
    """One explanation to try: an edited loop, fed with some inputs of its own.

    Attributes:
        mistakes: the ids it stands for.
        edit: fields of the exercise's loop and model to change.
        given: values that take the place of arguments, whatever the call says.
        rate: what the learning rate is multiplied by.
        effort: how much had to be chosen to make it fit: nothing (0), values that stand in the
            lesson or are usual (1), or a number that was solved for (2).
    """

    mistakes: tuple[str, ...]
    edit: Edit = field(default_factory=dict)
    given: Inputs = field(default_factory=dict)
    rate: float = 1.0
    effort: int = 0

    @property
    def cost(self) -> tuple[int, int]:
        """Of two explanations the one that costs less is the better one."""
        return len(self.mistakes), self.effort

    def inputs(self, called_with: Inputs) -> Inputs:
        """What the function trains with when it is called with these inputs."""
        inputs = {**called_with, **self.given}
        return {**inputs, "lr": inputs["lr"] * self.rate}

    def fits_with(self, other: "Suspect") -> bool:
        """Whether both can be made at once, in different places of the loop."""
        return not (
            set(self.mistakes) & set(other.mistakes)
            or self.edit.keys() & other.edit.keys()
            or self.given.keys() & other.given.keys()
            or (self.rate != 1.0 and other.rate != 1.0)
        )

    def together_with(self, other: "Suspect") -> "Suspect":
        """Both at once."""
        return Suspect(
            self.mistakes + other.mistakes,
            {**self.edit, **other.edit},
            {**self.given, **other.given},
            self.rate * other.rate,
            self.effort + other.effort,
        )


RIGHT = Suspect(())


@dataclass(frozen=True)
class Evidence:
    """Curves that a function returned, and the text it was read from.

    Attributes:
        exercise: what was asked.
        tried: what the experiments gave, the smallest step first.
        inputs: what it was called with for the verdict.
        expected: the oracle's curves for these.
        curves: the function's.
        source: facts read off its text.
    """

    exercise: Exercise
    tried: Sequence[Tried]
    inputs: Sequence[Inputs]
    expected: Sequence[Curve]
    curves: Sequence[Curve]
    source: Source

    @cached_property
    def cases(self) -> list[tuple[Inputs, Curve]]:
        """Everything to be explained, the smallest first."""
        tried = [each for each in self.tried if each.experiment.is_comparable]
        cases = [(each.experiment.inputs, each.returned) for each in tried]
        calls = list(zip(self.inputs, self.curves, strict=True))
        return cases + sorted(calls, key=lambda call: call[0]["epochs"] * len(call[0]["x_data"]))

    @cached_property
    def small(self) -> int:
        """How many of the cases are the ladder's."""
        made = (each.experiment for each in self.tried)
        return sum(each.is_comparable and each.aim != "shrunk" for each in made)

    def reach(self, suspect: Suspect) -> int:
        """How many cases a suspect explains before the first that it does not."""
        for i in range(len(self.cases)):
            if not self.explains(suspect, i):
                return i
        return len(self.cases)

    def explains(self, suspect: Suspect, i: int) -> bool:
        """Whether the suspect gives the curve of this case."""
        called_with, curve = self.cases[i]
        inputs = suspect.inputs(called_with)
        # The end of a curve, all rounding, can stand at the beginning of what is returned.
        moved = "returns" in suspect.edit or "exchanged" in suspect.edit
        if inputs["epochs"] > 2 * CHAOTIC_EPOCHS and not moved:
            # The first epochs rule most suspects out, and cost little.
            begins = self.exercise.simulate({**inputs, "epochs": 2}, suspect.edit)
            shared = min(len(begins), len(curve))
            if first_difference(begins[:shared], curve[:shared]):
                return False
        simulated = self.exercise.simulate(inputs, suspect.edit)
        if self.exercise.chaotic & set(suspect.mistakes) and len(simulated) == len(curve):
            simulated, curve = simulated[:CHAOTIC_EPOCHS], curve[:CHAOTIC_EPOCHS]
        largest = max(self.exercise.oracle(**called_with)) if moved else 0.0
        return first_difference(simulated, curve, largest=largest) is None

    def is_endless(self) -> bool:
        """Whether a curve is far longer than asked for."""
        pairs = zip(self.curves, self.inputs, strict=True)
        return any(len(curve) > 10 * inputs["epochs"] for curve, inputs in pairs)

    @cached_property
    def ignored(self) -> set[str]:
        """Arguments that may have no effect: a change of one changed nothing, or was not tried."""
        changes = [each for each in self.tried if each.experiment.aim == "change"]
        base = next((each.returned for each in self.tried if _is_base(each, changes)), None)
        effective = {each.experiment.name for each in changes if each.returned != base}
        return {name for name in self.exercise.lesson_inputs if name not in effective}


def _is_base(step: Tried, changes: Sequence[Tried]) -> bool:
    """Whether the changes were made in this step's inputs."""
    if not changes or step.experiment.aim != "step":
        return False
    change = changes[0].experiment
    return step.experiment.inputs == {
        **change.inputs,
        change.name: step.experiment.inputs[change.name],
    }


def find_mistakes(evidence: Evidence) -> tuple[str, ...]:
    """Name the mistakes behind wrong curves, the simplest explanation first.

    Args:
        evidence: curves that are all plain numbers, at least one of them wrong.

    Returns:
        Ids of mistakes that together explain every curve; empty where no known ones do.
    """
    if _is_rounded(evidence):
        return ("rounded_loss",)
    if evidence.is_endless():  # nothing else makes so many values, and searching takes long
        reached = _reached(evidence, list(_wrong_lengths(evidence)))
        return _settle([each for each, n in reached if n == len(evidence.cases)], evidence.source)
    for size, reached in enumerate(_combinations(evidence)):
        if fitting := [each for each, reach in reached if reach == len(evidence.cases)]:
            return _settle(fitting, evidence.source)
        if size == 1 and _stops_early(evidence):
            return ("stops_early",)
    return ()


#: Suspects, each with how many cases it explains before the first that it does not.
Reached: TypeAlias = list[tuple[Suspect, int]]


def _combinations(evidence: Evidence) -> Iterator[Reached]:
    """Each mistake alone, first those that need no number to be found; then two, then three.

    Two of which one explains more cases than none come before two that are needed for the first.
    """
    known = _reached(evidence, list(_known(evidence)))
    yield known
    fitted = _reached(evidence, list(_fitted(evidence)))
    yield fitted
    first_wrong = evidence.reach(RIGHT)
    if first_wrong >= evidence.small:
        return  # pairs could be tried on large cases only, and that takes long
    singles = known + fitted
    suspects = [suspect for suspect, _ in singles[:MOST_IN_PAIRS]]
    bases = _furthest(singles, first_wrong, MOST_BASES)
    one_by_one = _reached(evidence, list(_extended(evidence, bases, suspects)))
    yield one_by_one
    at_once = _reached(evidence, list(_pairs_at(evidence, suspects, first_wrong)))
    yield at_once
    further = max((reach for _, reach in bases), default=first_wrong)
    bases = _furthest(one_by_one + at_once, further, MOST_PAIRS)
    yield _reached(evidence, list(_extended(evidence, bases, suspects)))


def _reached(evidence: Evidence, suspects: Sequence[Suspect]) -> Reached:
    return [(suspect, evidence.reach(suspect)) for suspect in suspects]


def _furthest(reached: Reached, beyond: int, most: int) -> Reached:
    """Those that explain more cases than so many, the most first."""
    furthest = sorted(reached, key=lambda pair: pair[1], reverse=True)
    return [(suspect, reach) for suspect, reach in furthest[:most] if reach > beyond]


def _extended(evidence: Evidence, bases: Reached, suspects: Sequence[Suspect]) -> Iterator[Suspect]:
    """Each base with each suspect that explains the first case which the base does not."""
    for base, i in bases:
        if i >= evidence.small:
            continue
        for suspect in suspects:
            if base.fits_with(suspect):
                both = base.together_with(suspect)
                if evidence.explains(both, i):
                    yield both


def _pairs_at(evidence: Evidence, suspects: Sequence[Suspect], i: int) -> Iterator[Suspect]:
    """Pairs that explain a case which neither does alone."""
    groups, idle = _alike(evidence, suspects, i)
    # A rate does nothing before the first update, but with a loss that is taken after it.
    groups += [[suspect] for suspect in idle if suspect.rate != 1.0 or "lr" in suspect.given]
    # Each with all before it, so that the commonest are tried with each other first.
    pairs = ((groups[i], groups[j]) for j in range(len(groups)) for i in range(j))
    for some, others in itertools.islice(pairs, MOST_PAIRS_AT):
        together = [
            one.together_with(other)
            for one, other in itertools.product(some, others)
            if one.fits_with(other)
        ]
        # What is alike alone is mostly so in a pair: a few of them rule all out.
        if any(evidence.explains(pair, i) for pair in together[:3]):
            yield from together


def _alike(
    evidence: Evidence, suspects: Sequence[Suspect], i: int
) -> tuple[list[list[Suspect]], list[Suspect]]:
    """The suspects that change the curve of a case, alike ones together; and those that do not."""
    inputs, _ = evidence.cases[i]
    groups: dict[tuple[float, ...], list[Suspect]] = {}
    for suspect in (RIGHT, *suspects):
        curve = evidence.exercise.simulate(suspect.inputs(inputs), suspect.edit)
        groups.setdefault(tuple(round(value, 12) for value in curve), []).append(suspect)
    (_, *idle), *others = groups.values()
    return others, idle


def _is_rounded(evidence: Evidence) -> bool:
    """Whether every value is the oracle's with a few decimals only."""
    pairs = list(zip(evidence.expected, evidence.curves, strict=True))
    return bool(pairs) and any(
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


def _stops_early(evidence: Evidence) -> bool:
    """Whether every curve is right as far as it goes, and ends once a loss is small enough."""
    pairs = list(zip(evidence.expected, evidence.curves, strict=True))
    if not all(curve and _begins_with(expected, curve) for expected, curve in pairs):
        return False
    cut = [(expected, len(curve)) for expected, curve in pairs if len(curve) < len(expected)]
    # The loss that ended it is the last one of the curve, or the one that would have been next.
    for next_ in (0, 1):
        ends = [expected[length - 1 + next_] for expected, length in cut]
        went_on = [loss for expected, curve in pairs for loss in expected[: len(curve) - 1 + next_]]
        if cut and max(ends) < min(went_on, default=math.inf):
            return True
    return False


def _begins_with(expected: Curve, curve: Curve) -> bool:
    is_longer = len(curve) > len(expected)
    return not is_longer and first_difference(expected[: len(curve)], curve) is None


def _settle(fitting: list[Suspect], source: Source) -> tuple[str, ...]:
    """Keep what is common to the simplest explanations: several can have the same curve."""
    if not fitting:
        return ()
    least = min(suspect.cost for suspect in fitting)
    first, *others = [
        _read(suspect.mistakes, source) for suspect in fitting if suspect.cost == least
    ]
    common = [mistake for mistake in first if all(mistake in other for other in others)]
    # A weight made anew in each epoch has, as it were, a start of its own: first say the cause.
    return tuple(sorted(common, key=lambda mistake: mistake != "restarts_each_epoch"))


def _read(mistakes: tuple[str, ...], source: Source) -> tuple[str, ...]:
    """Where two mistakes always give the same curve, the text tells which one it is."""
    names = {
        "zero_before_step": "no_update",
        # Autograd forgets no factor: there, the step itself is half as long.
        "missing_factor_2": "wrong_lr" if source.tools.autograd else "missing_factor_2",
    }
    if source.takes_others_gradient:
        names.update(missing_x_factor="other_gradient")
    if source.rebinds_loop_name:
        names.update(no_update="loop_name_rebound", zero_before_step="loop_name_rebound")
    if source.zeroes_before_step:
        same = ("no_update", "zero_before_step", "nothing_arrives")
        names.update(dict.fromkeys(same, "zero_before_step"))
    return tuple(names.get(mistake, mistake) for mistake in mistakes)


def _known(evidence: Evidence) -> Iterator[Suspect]:
    """The mistakes that the exercise declares."""
    for mistake, edits in evidence.exercise.mistakes.items():
        for edit in edits:
            yield Suspect((mistake,), edit)


def _fitted(evidence: Evidence) -> Iterator[Suspect]:
    """Mistakes that are made with a number, or arguments, of one's own."""
    yield from _wrong_lengths(evidence)
    yield from _other_rates(evidence)
    yield from _other_scales(evidence)
    yield from _ignored_inputs(evidence)
    yield from _starts_of_its_own(evidence)


def _wrong_lengths(evidence: Evidence) -> Iterator[Suspect]:
    """The right curve, cut short or run on in the same way each time."""
    lengths = {len(curve) for _, curve in evidence.cases}
    if len(lengths) == 1:
        length = lengths.pop()
        # Of every call the first epoch alone: that is a return in the loop.
        name = "ignores_epochs" if length > 1 else "missing_epoch"
        yield Suspect((name,), given={"epochs": length}, effort=1)
    surpluses = {len(curve) - inputs["epochs"] for inputs, curve in evidence.cases}
    if len(surpluses) == 1 and (surplus := surpluses.pop()):
        name = "extra_epoch" if surplus > 0 else "missing_epoch"
        yield Suspect((name,), {"surplus_epochs": surplus}, effort=1)


def _ignored_inputs(evidence: Evidence) -> Iterator[Suspect]:
    """A right loop that takes some of its inputs from the lesson, whatever it is called with."""
    parts, lesson = evidence.exercise.parts, evidence.exercise.lesson_inputs
    pairs = [
        (part, name) for part, names in parts.items() for name in names if name in evidence.ignored
    ]
    for size in range(1, len(pairs) + 1):
        for chosen in itertools.combinations(pairs, size):
            ignored = {IGNORED_BY_NAME.get(name, IGNORED[part]) for part, name in chosen}
            given = {name: lesson[name] for _, name in chosen}
            yield Suspect(tuple(sorted(ignored)), given=given, effort=1)


def _starts_of_its_own(evidence: Evidence) -> Iterator[Suspect]:
    """A right loop that starts from numbers of its own, whatever start it is given."""
    names = [
        name
        for name in evidence.exercise.parts["start"]
        if isinstance(evidence.exercise.lesson_inputs[name], float) and name in evidence.ignored
    ]
    for size in range(1, len(names) + 1):
        for chosen in itertools.combinations(names, size):
            for values in itertools.product(USUAL_STARTS, repeat=size):
                given = dict(zip(chosen, values, strict=True))
                yield Suspect(("ignores_start",), given=given, effort=1)


def _other_rates(evidence: Evidence) -> Iterator[Suspect]:
    """A right loop with another learning rate: for all parameters, for one, or its own."""
    lesson_rate = {"lr": evidence.exercise.lesson_inputs["lr"]}
    for rate in _factors(evidence, lambda rate: Suspect((), rate=rate)):
        yield Suspect(("wrong_lr",), rate=rate, effort=2)
        if "lr" in evidence.ignored:
            yield Suspect(("wrong_lr", "ignores_lr"), {}, lesson_rate, rate, effort=2)
    if "lr" in evidence.ignored:
        for lr in USUAL_RATES:
            yield Suspect(("wrong_lr", "ignores_lr"), given={"lr": lr}, effort=1)
    moving = set(evidence.exercise.model.names) - evidence.exercise.loop.frozen
    for name in sorted(moving) if 1 < len(moving) <= MOST_RATES else ():
        for sign in (1, -1):
            for factor in _factors(evidence, _of_one(name, sign)):
                yield Suspect(("uneven_rates",), {"rates": {name: sign * factor}}, effort=2)


def _of_one(name: str, sign: int) -> Callable[[float], Suspect]:
    return lambda factor: Suspect((), {"rates": {name: sign * factor}})


def _factors(evidence: Evidence, scaled: Callable[[float], Suspect]) -> list[float]:
    """Factors at which the loss after the first update comes out as the answer's."""
    for inputs, curve in evidence.cases:
        samples = len(inputs["x_data"])
        epoch = 1 if samples == 1 else 0
        moves = inputs["lr"] != 0.0 and (samples > 1 or inputs["epochs"] > 1)
        if moves and len(curve) > epoch:
            return step_factors(evidence.exercise, inputs, epoch, curve[epoch], scaled)
    return []


def step_factors(
    exercise: Exercise,
    inputs: Inputs,
    epoch: int,
    loss: float,
    scaled: Callable[[float], Suspect] = lambda factor: Suspect((), rate=factor),
) -> list[float]:
    """By what an update is multiplied, so that a loss comes out.

    Args:
        exercise: whose loop it is.
        inputs: what it is called with.
        epoch: that of the loss.
        loss: what comes out.
        scaled: a factor -> the loop that has it.

    Returns:
        The factors, positive ones, of 1e-4 to 1e3: none, one, or one on either side of a valley.
    """
    if not math.isfinite(loss):
        return []

    def surplus(factor: float) -> float:
        suspect = scaled(factor)
        called_with = {**suspect.inputs(inputs), "epochs": epoch + 1}
        return exercise.simulate(called_with, suspect.edit)[epoch] - loss

    grid = [10 ** (k / 5) for k in range(-20, 16)]
    values = [surplus(factor) for factor in grid]
    return [
        _bisect(surplus, low, high)
        for (low, below), (high, above) in itertools.pairwise(zip(grid, values, strict=True))
        if (below > 0) != (above > 0)
    ]


def _bisect(function: Callable[[float], float], low: float, high: float) -> float:
    rising = function(high) > 0
    for _ in range(45):
        middle = (low + high) / 2
        if (function(middle) > 0) == rising:
            high = middle
        else:
            low = middle
    return (low + high) / 2


def _other_scales(evidence: Evidence) -> Iterator[Suspect]:
    """The right loss times a number; its slope too, or not."""
    inputs, curve = evidence.cases[0]
    right = evidence.exercise.oracle(**inputs)
    if not (curve and right[0] and math.isfinite(curve[0])):
        return
    scale = curve[0] / right[0]
    times: Edit = {"returns": lambda losses: [scale * loss for loss in losses]}
    yield Suspect(("scaled_loss",), times, effort=2)
    yield Suspect(("scaled_loss",), times, rate=scale, effort=2)
