"""What an exercise is made of."""

import itertools
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, TypeVar

#: Arguments of a student's function by name, in the order of its signature: lists of floats for
#: data, floats, and an int for the number of epochs.
Inputs: TypeAlias = dict[str, Any]
#: Fields of the exercise's simulated loop that a mistake changes.
Edit: TypeAlias = Mapping[str, Any]
#: What a function can take from the lesson instead of from its arguments.
Part: TypeAlias = Literal["data", "start", "lr", "epochs"]


T = TypeVar("T")

#: Draws of hidden inputs before the last one is taken as it is.
MAX_DRAWS = 20


@dataclass(frozen=True)
class Exercise:
    """One exercise: what the student writes, and all that is needed to judge it.

    Attributes:
        id: the id that the notebook's cells carry, such as `08-train-linear`.
        lesson: name of its notebook, without the ending.
        function: name of the function that the exercise cell defines.
        points: what a right solution scores.
        lesson_inputs: the inputs that the lesson works with; `lr` and `epochs` are among them.
        parts: which arguments belong together, for telling which of them a function ignores.
        draw_hidden_inputs: draws other inputs of the same form.
        oracle: the right loss curve for given inputs: float64, no autograd, a list of `epochs`
            losses.
        simulate: the curve that a loop with the given edits would return; with no edit, the
            oracle's.
        mistakes: the edits that stand for each known mistake (several ways to make one are
            several edits).
        chaotic: mistakes whose curve soon depends on rounding (a sign that flips near zero), so
            that only its first epochs can prove them.
        forbids: what an answer must do without: nothing, torch's autograd, or all of torch.
    """

    id: str
    lesson: str
    function: str
    points: int
    lesson_inputs: Inputs
    parts: Mapping[Part, tuple[str, ...]]
    draw_hidden_inputs: Callable[[random.Random], list[Inputs]]
    oracle: Callable[..., list[float]]
    simulate: Callable[[Inputs, Edit], list[float]]
    mistakes: Mapping[str, Sequence[Edit]]
    chaotic: frozenset[str] = frozenset({"abs_loss"})
    forbids: Literal["", "autograd", "torch"] = ""

    def hidden_inputs(self, seed: int = 0) -> list[Inputs]:
        """Inputs that the lesson does not show; the same ones for the same seed.

        Args:
            seed: chooses them.

        Returns:
            A few sets of inputs; every part of each differs from the lesson's.
        """
        # A text seed mixes in the id and is stable across Python versions and platforms.
        rng = random.Random(f"{self.id}/{seed}")
        drawn = self.draw_hidden_inputs(rng)
        for _ in range(MAX_DRAWS):
            if self._tell_apart(drawn):
                break
            drawn = self.draw_hidden_inputs(rng)
        return drawn

    def _tell_apart(self, drawn: list[Inputs]) -> bool:
        """Whether these inputs find out more than the lesson's do.

        Every argument must differ from the lesson's, or a function could ignore it; and a curve
        must rise somewhere, or it would look the same sorted.
        """
        if any(self._shares_with_lesson(inputs) for inputs in drawn):
            return False
        return any(_rises(self.oracle(**inputs)) for inputs in drawn)

    def _shares_with_lesson(self, inputs: Inputs) -> bool:
        """Whether a function could ignore one of these arguments without being found out."""
        return any(inputs[name] == value for name, value in self.lesson_inputs.items())


def _rises(curve: list[float]) -> bool:
    """Whether a loss is somewhere higher, by more than rounding, than the one before."""
    return any(later > 1.01 * earlier for earlier, later in itertools.pairwise(curve))


def some_of(params: Sequence[T]) -> list[frozenset[T]]:
    """The non-empty proper subsets, for mistakes that are made in some parameters only."""
    return [
        frozenset(param for i, param in enumerate(params) if mask >> i & 1)
        for mask in range(1, (1 << len(params)) - 1)
    ]
