"""A small exercise: a function that returns numbers, right or wrong in ways that have names."""

import functools
import random
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from leadin.observe import Outcome, plain
from leadin.training.loop import Inputs

#: What a function of an exercise gives for its arguments: a number, or lists (of lists) of numbers.
Numbers: TypeAlias = Any

#: Sets of hidden inputs.
HIDDEN = 5


def _each(change: Callable[[float], float]) -> Callable[[Numbers], Numbers]:
    """A change of every number."""

    def changed(value: Numbers) -> Numbers:
        return [changed(each) for each in value] if _is_list(value) else change(value)

    return changed


def _transposed(value: Numbers) -> Numbers:
    is_matrix = _is_list(value) and value and all(map(_is_list, value))
    return [list(column) for column in zip(*value, strict=True)] if is_matrix else value


def _reversed(value: Numbers) -> Numbers:
    return value[::-1] if _is_list(value) else value


def _whole(change: int) -> Callable[[Numbers], Numbers]:
    return _each(lambda number: number + change if isinstance(number, int) else number)


def _is_list(value: Numbers) -> bool:
    return isinstance(value, list | tuple)


#: What can be wrong with every result: the right one -> what then comes out.
OF_THE_RESULT: Mapping[str, Callable[[Numbers], Numbers]] = {
    "opposite_sign": _each(lambda number: -number),
    "twice_as_large": _each(lambda number: 2 * number),
    "half_as_large": _each(lambda number: number / 2),
    "transposed": _transposed,
    "reversed_order": _reversed,
    "one_too_many": _whole(1),
    "one_too_few": _whole(-1),
}
#: Those of them that are about a count.
OF_COUNTS = {"one_too_many", "one_too_few"}
#: And what is told by more than one call.
OF_THE_CALLS = ("hard_coded", "ignores_argument")
#: And where nothing came back.
OF_NO_NUMBERS = ("gives_none",)


# Compared and hashed by identity, as the exercises with a curve are.
@dataclass(frozen=True, eq=False)
class Small:
    """A small exercise.

    Attributes:
        id: the id that the notebook's cells carry, such as `02-one-node`.
        lesson: name of its notebook, without the ending.
        function: name of the function that the exercise cell defines.
        minutes: how long it takes.
        level: how hard it is, from 1 to 3.
        section: id of the cell of its lesson whose heading teaches it.
        right: what the function should return: one number, or lists of them.
        lesson_inputs: what the lesson calls it with; empty where there are no arguments.
        draw: draws other arguments of the same names; None where there are none.
        wrong: for each known mistake, what it makes of the same arguments.
        sections: for a mistake that is taught elsewhere, the id of that section's cell.
        of_errors: for a mistake that an error shows, what it is called in this exercise.
        points: what a right answer scores.
        forbids: what an answer must do without: nothing, torch's autograd, or all of torch.

    Raises:
        ValueError: if it takes arguments and draws none, or the other way round.
    """

    id: str
    lesson: str
    function: str
    minutes: int
    level: Literal[1, 2, 3]
    section: str
    right: Callable[..., Numbers]
    lesson_inputs: Inputs
    draw: Callable[[random.Random], Inputs] | None = None
    wrong: Mapping[str, Callable[..., Numbers]] = field(default_factory=dict)
    sections: Mapping[str, str] = field(default_factory=dict)
    of_errors: Mapping[str, str] = field(default_factory=dict)
    points: int = 1
    forbids: Literal["", "autograd", "torch"] = ""

    def __post_init__(self) -> None:
        if bool(self.lesson_inputs) != bool(self.draw):
            raise ValueError(f"{self.id}: draw what it takes, and nothing where it takes nothing")

    def oracle(self, **inputs: Any) -> Outcome:
        """What a right function gives.

        Args:
            inputs: the arguments by name.
        """
        return plain(self.right(**deepcopy(inputs)))

    def hidden_inputs(self, seed: int = 0) -> list[Inputs]:
        """Arguments that the lesson does not show; the same ones for the same seed.

        Args:
            seed: chooses them.
        """
        return deepcopy(_drawn(self, seed))

    def mistaken(self, mistake: str, **inputs: Any) -> Outcome | None:
        """What a known mistake gives.

        Args:
            mistake: its name.
            inputs: the arguments by name.

        Returns:
            That; None where it can't be made with these arguments.
        """
        try:
            if mistake in self.wrong:
                return plain(self.wrong[mistake](**deepcopy(inputs)))
            return plain(OF_THE_RESULT[mistake](self.right(**deepcopy(inputs))))
        except (ArithmeticError, LookupError, ValueError):
            return None

    @property
    def mistakes(self) -> tuple[str, ...]:
        """Those that have a result of their own, the exercise's before those of every result.

        An answer without arguments is typed in: that every number is off by one tells nothing.
        """
        left_out = self.wrong.keys() | (set() if self.lesson_inputs else OF_COUNTS)
        return (*self.wrong, *(name for name in OF_THE_RESULT if name not in left_out))


@functools.lru_cache(maxsize=1024)
def _drawn(exercise: Small, seed: int) -> list[Inputs]:
    if exercise.draw is None:
        return []
    rng = random.Random(f"{exercise.id}/{seed}")
    names = exercise.lesson_inputs
    drawn = [exercise.draw(rng) for _ in range(HIDDEN)]
    return [{name: each[name] for name in names} for each in drawn]
