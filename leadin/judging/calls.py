"""What an answer is called with, for its verdict and, where that is wrong, to see where it errs.

The latter is a ladder of tiny inputs. Each rung asks for a little more than the one before: one
sample and one epoch show the loss, a second epoch shows the first update, a third what piles up,
further samples which of them is kept. The first rung that comes out wrong is the smallest case,
small enough to be redone on paper.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, Literal, TypeAlias

from leadin.course.catalogue import AnyExercise
from leadin.course.exercise import Exercise, Inputs
from leadin.course.small import Small
from leadin.judging.curve import Curve, first_difference
from leadin.judging.small import calls_of_small
from leadin.observe import Outcome

#: What a call is made for.
Aim: TypeAlias = Literal["step", "change", "rate", "still", "fit", "shrunk"]

#: Samples and epochs of the steps of the ladder, the smallest first.
STEPS = ((1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3), (3, 1), (3, 2), (3, 3))
#: Samples and epochs at which one number of the input is changed.
CHANGED_AT = (3, 2)


@dataclass(frozen=True)
class Experiment:
    """A call that a wrong answer is tried with.

    Attributes:
        aim: a `step` of the ladder; a `change` of one argument; the first update with another
            learning rate (`rate`), or none (`still`); one sample that is predicted exactly (`fit`);
            or a call that was wrong (`shrunk`).
        inputs: what it is called with.
        name: the argument that is changed, else empty.
    """

    aim: Aim
    inputs: Inputs
    name: str = ""

    @property
    def is_comparable(self) -> bool:
        """Whether loops are compared on it: where the right loss is zero, rounding parts them."""
        return self.aim != "fit"


def calls(exercise: AnyExercise, seed: int = 0) -> list[Inputs]:
    """The inputs to call a function with, in this order.

    The lesson's come first, then hidden ones, then small ones at the boundaries, and a small one
    twice: a function that keeps something between calls answers differently the second time.

    Args:
        exercise: what is judged.
        seed: chooses the hidden inputs.
    """
    if isinstance(exercise, Small):
        return calls_of_small(exercise, seed)
    hidden = exercise.hidden_inputs(seed)
    # Long enough that chance does not give the same twice.
    twice = [{**hidden[0], "epochs": 8}] * 2
    return [exercise.lesson_inputs, *hidden, *exercise.boundaries(seed).values(), *twice]


def ladder(exercise: Exercise) -> list[Experiment]:
    """The experiments that every wrong answer to an exercise is put through.

    Args:
        exercise: what was asked. The numbers are those of its plain inputs.
    """
    plain = exercise.plain
    steps = [Experiment("step", exercise.cut(plain, *size)) for size in STEPS]
    base = exercise.cut(plain, *CHANGED_AT)
    changed: dict[str, Callable[[Any], Any]] = dict.fromkeys(base, _changed)
    if exercise.learns_classes:
        changed |= dict.fromkeys({"y_data", "y_val"} & base.keys(), _changed_classes)
    changes = [
        Experiment("change", {**base, name: changed[name](base[name])}, name)
        for name in base
        if name != "epochs"
    ]
    still = [
        Experiment("still", {**exercise.cut(plain, *size), "lr": 0.0}) for size in ((1, 1), (2, 1))
    ]
    fitted = Experiment("fit", exercise.cut(exercise.fitted(), 1, 1))
    first_update = exercise.cut(plain, 1, 2)
    rate = Experiment("rate", {**first_update, "lr": _changed(first_update["lr"])}, "lr")
    return [*steps, *changes, *still, rate, fitted]


def comparable(exercise: Exercise, seed: int = 0) -> list[Inputs]:
    """All inputs on which an explanation has to agree with a wrong answer, the smallest first.

    Args:
        exercise: what was asked.
        seed: chooses the hidden ones.
    """
    small = [each.inputs for each in ladder(exercise) if each.is_comparable]
    return small + calls(exercise, seed)


def experiments(
    exercise: AnyExercise, inputs: Sequence[Inputs], outcomes: Sequence[Outcome]
) -> list[Inputs]:
    """What to call an answer with, beyond the calls that showed it to be wrong.

    Args:
        exercise: what was asked.
        inputs: what it was called with, as `calls` gives them.
        outcomes: what came back.

    Returns:
        Further inputs, each a few samples and epochs; none where every curve is right, nor, but
        for numbers that grow beyond bounds, where a call gave none.
    """
    if isinstance(exercise, Small):
        return []  # its calls are small enough to tell why
    return [each.inputs for each in planned(exercise, inputs, outcomes)]


def planned(
    exercise: Exercise, inputs: Sequence[Inputs], outcomes: Sequence[Outcome]
) -> list[Experiment]:
    """The same with what each call is made for."""
    for called_with, outcome in zip(inputs, curves_among(outcomes), strict=False):
        expected = exercise.oracle(**called_with)
        difference = first_difference(expected, outcome.curve)
        if difference:
            return [*ladder(exercise), *_shrunk(exercise, called_with, difference.epoch)]
    return ladder(exercise) if diverges(outcomes) else []


def diverges(outcomes: Sequence[Outcome]) -> bool:
    """Whether the numbers grew beyond what Python's floats can hold: fewer epochs tell why."""
    error = outcomes[-1].error if outcomes else None
    return error is not None and error.type == "OverflowError"


def called(
    exercise: AnyExercise, call: Callable[[Inputs], Outcome], inputs: Iterable[Inputs]
) -> Iterator[Outcome]:
    """Make calls for a verdict, up to the first that does not give what is compared.

    Args:
        exercise: what was asked: a curve, or numbers.
        call: makes one.
        inputs: what to call with, as `calls` gives it.
    """
    for each in inputs:
        outcome = call(each)
        yield outcome
        if not (outcome.is_numbers if isinstance(exercise, Small) else outcome.is_curve):
            return


def curves_among(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The outcomes that are curves, up to the first that is none."""
    return list(takewhile(lambda outcome: outcome.is_curve, outcomes))


def _shrunk(exercise: Exercise, inputs: Inputs, epoch: int) -> list[Experiment]:
    """The call that was wrong, with the fewest epochs that show it and ever more samples."""
    epochs = min(epoch + 1, inputs["epochs"])
    n = len(inputs["x_data"])
    sizes = dict.fromkeys(min(samples, n) for samples in (1, 2, 3, n))
    return [Experiment("shrunk", exercise.cut(inputs, samples, epochs)) for samples in sizes]


def _changed(value: Any) -> Any:
    """Another value of the same form, not far from it."""
    if isinstance(value, list):
        return [_changed(each) for each in value]
    return value + 1 if isinstance(value, int) else 1.5 * value


def _changed_classes(values: Any) -> Any:
    """The same classes, each with the next one's samples."""
    return [(value + 1) % (1 + max(values)) for value in values]


@dataclass(frozen=True)
class Tried:
    """An experiment that gave a curve.

    Attributes:
        experiment: which.
        expected: the oracle's curve.
        returned: the answer's.
    """

    experiment: Experiment
    expected: Curve
    returned: Curve

    @property
    def is_right(self) -> bool:
        """Whether both agree up to rounding."""
        return first_difference(self.expected, self.returned) is None


def tried(
    exercise: Exercise, plan: Sequence[Experiment], outcomes: Sequence[Outcome]
) -> list[Tried]:
    """The experiments with what they gave; those that gave no curve are left out."""
    return [
        Tried(each, exercise.oracle(**each.inputs), outcome.curve)
        for each, outcome in zip(plan, outcomes, strict=False)
        if outcome.is_curve
    ]
