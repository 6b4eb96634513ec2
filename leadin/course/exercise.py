"""What an exercise is made of."""

import functools
import itertools
import json
import random
import struct
from collections.abc import Callable, Mapping, Sequence
from copy import copy, deepcopy
from dataclasses import dataclass, field, fields
from typing import Any, Literal, TypeAlias, TypeVar, get_args, get_origin, get_type_hints

from leadin.training.loop import PER_SAMPLE, START, Curve, Inputs, Loop, Model, Training, train
from leadin.training.mistakes import Edit, Mistakes

__all__ = ["Draw", "Edit", "Exercise", "Inputs", "Part", "matrix", "signed", "vector"]

T = TypeVar("T")

#: What a function can take from the lesson instead of from its arguments.
Part: TypeAlias = Literal["data", "start", "lr", "epochs"]

#: Draws of hidden inputs before the last one is taken as it is.
MAX_DRAWS = 20


def signed(rng: random.Random, low: float, high: float) -> float:
    """A number with two decimals and low <= |number| <= high, of either sign."""
    return round(rng.choice((-1, 1)) * rng.uniform(low, high), 2)


def vector(rng: random.Random, size: int, low: float, high: float) -> list[float]:
    """Numbers as `signed` draws them."""
    return [signed(rng, low, high) for _ in range(size)]


def matrix(
    rng: random.Random, rows: int, columns: int, low: float, high: float
) -> list[list[float]]:
    """Rows of such numbers."""
    return [vector(rng, columns, low, high) for _ in range(rows)]


@dataclass(frozen=True)
class Draw:
    """One set of hidden inputs: what is drawn from, beside data and initial parameters.

    Attributes:
        size: what the exercise's own drawing takes: how many samples, and the like.
        lr: learning rates to choose from.
        epochs: the fewest and the most.
    """

    size: tuple[Any, ...]
    lr: Sequence[float]
    epochs: tuple[int, int]


#: Epochs of a call at a boundary: enough for an update, and for what is kept to be used.
FEW_EPOCHS = 3


# Compared and hashed by identity: an exercise is one of a kind, and what it has drawn is kept.
@dataclass(frozen=True, eq=False)
class Exercise:
    """One exercise: what the student writes, and all that is needed to judge it.

    Attributes:
        id: the id that the notebook's cells carry, such as `08-train-linear`.
        lesson: name of its notebook, without the ending.
        points: what a right solution scores.
        model: what is trained.
        lesson_inputs: the inputs that the lesson works with; `lr` and `epochs` are among them.
        draw: draws other data and initial parameters, of the size that a `Draw` asks for.
        hidden: the sets of hidden inputs.
        plain: inputs small and plain enough to be redone on paper, of three samples, none as in the
            lesson.
        edges: sizes at which an answer may break, by what is special about them; beside those that
            every exercise has (see `boundaries`).
        mistakes: the edits of loop and model that stand for each known mistake.
        loop: how it is trained.
        function: name of the function that the exercise cell defines.
        accepts: whether hidden inputs with this right curve may stay; else they are drawn again.
            None lets all stay.
        chaotic: mistakes whose curve soon depends on rounding (a sign that flips near zero), so
            that only its first epochs can prove them.
        forbids: what an answer must do without: nothing, torch's autograd, or all of torch. A slope
            by finite differences is no such tool: it passes where it is as exact as the formula.
        own_engine: whether gradients must come from the answer's own engine, not from a formula.
        minutes: how long it takes.
        level: how hard it is, from 1 to 3.

    Raises:
        ValueError: if an edit names a field, a value or a parameter that neither loop nor model
            has.
    """

    id: str
    lesson: str
    points: int
    model: Model
    lesson_inputs: Inputs
    draw: Callable[..., Inputs]
    hidden: Sequence[Draw]
    plain: Inputs
    mistakes: Mistakes
    edges: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    loop: Loop = field(default_factory=Loop)
    function: str = "train"
    accepts: Callable[[Curve], bool] | None = None
    chaotic: frozenset[str] = frozenset({"abs_loss"})
    forbids: Literal["", "autograd", "torch"] = ""
    own_engine: bool = False
    minutes: int = 8
    level: Literal[1, 2, 3] = 3

    def __post_init__(self) -> None:
        for mistake, edits in self.mistakes.items():
            for edit in edits:
                if wrong := _misspelt(edit, self.loop, self.model):
                    raise ValueError(f"{self.id}, {mistake}: {wrong}")

    @property
    def parts(self) -> Mapping[Part, tuple[str, ...]]:
        """Which arguments belong together, for telling which of them a function ignores."""
        start = (*self.model.names, *START)
        others = {*start, "lr", "epochs"}
        return {
            "data": tuple(name for name in self.lesson_inputs if name not in others),
            "start": tuple(name for name in start if name in self.lesson_inputs),
            "lr": ("lr",),
            "epochs": ("epochs",),
        }

    def simulate(self, inputs: Inputs, edit: Edit) -> Curve:
        """The curve that a loop with an edit in it would return.

        Args:
            inputs: what to train with.
            edit: fields of loop and model to change; with none, the curve is the right one.
        """
        if not edit:
            return train(self.loop, self.model, inputs)
        of_loop = {name: edit[name] for name in edit if name in LOOP_FIELDS}
        of_model = {name: edit[name] for name in edit if name not in LOOP_FIELDS}
        return train(_edited(self.loop, of_loop), _edited(self.model, of_model), inputs)

    def oracle(self, *values: Any, **named: Any) -> Curve:
        """The right loss curve: float64, no autograd, `epochs` losses.

        Args:
            values: inputs by position, as a student's function gets them.
            named: the others by name.
        """
        inputs = dict(zip(self.lesson_inputs, values, strict=False), **named)
        return list(_right_curve(self, json.dumps(inputs)))

    def hidden_inputs(self, seed: int = 0) -> list[Inputs]:
        """Inputs that the lesson does not show; the same ones for the same seed.

        Args:
            seed: chooses them.

        Returns:
            A few sets of inputs; every part of each differs from the lesson's.
        """
        return deepcopy(_drawn(self, seed))

    def boundaries(self, seed: int = 0) -> dict[str, Inputs]:
        """Small inputs where answers break that are right elsewhere, by what is special about them.

        Args:
            seed: chooses their numbers.
        """
        first, second = map(self._clearest_first, self.hidden_inputs(seed)[:2])
        rng = random.Random(f"{self.id}/{seed}/edges")
        kind = self.hidden[0]
        return {
            "one sample, one epoch": self.cut(first, 1, 1),
            "a learning rate of zero": {**self.cut(second, 2, 2), "lr": 0.0},
            "equal samples": self._of_equal_samples(first),
            **self._without_gradient(),
            **{
                name: self._draw_one(rng, Draw(size, kind.lr, (2, FEW_EPOCHS)), _is_clear)
                for name, size in self.edges.items()
            },
        }

    def cut(self, inputs: Inputs, samples: int, epochs: int) -> Inputs:
        """The same inputs, of which only the first samples and epochs are left."""
        return self._each_sample(inputs, lambda values: values[:samples]) | {"epochs": epochs}

    def _clearest_first(self, inputs: Inputs) -> Inputs:
        """The same samples by their loss at the start: of a few, rounding must decide nothing."""
        losses = [self._loss_alone(inputs, i) for i in range(len(inputs["x_data"]))]
        order = sorted(range(len(losses)), key=losses.__getitem__, reverse=True)
        return self._each_sample(inputs, lambda values: [values[i] for i in order])

    def _loss_alone(self, inputs: Inputs, i: int) -> float:
        """The loss of a sample at the start, in a batch of its own where there are batches."""
        alone = self._each_sample(inputs, lambda values: values[i : i + 1])
        return Training(self.loop, self.model, alone).losses()[0]

    def _of_equal_samples(self, inputs: Inputs) -> Inputs:
        # Two of them, twice: more would bring the loss down to where rounding shows.
        equal = self._each_sample(inputs, lambda values: [deepcopy(values[0]) for _ in range(2)])
        return equal | {"epochs": 2}

    def _without_gradient(self) -> dict[str, Inputs]:
        if self.learns_classes:
            return {}
        fitted = {**self.fitted(), "epochs": 2}
        first = fitted["y_data"][0]
        # Where the prediction is no number of 32 bits, its gradient is rounding, not zero.
        numbers = first if isinstance(first, list) else [first]
        is_exact = all(struct.unpack("f", struct.pack("f", y))[0] == y for y in numbers)
        return {"a gradient of exactly zero": fitted} if is_exact else {}

    def fitted(self) -> Inputs:
        """The plain inputs with a first sample that is predicted exactly.

        No class can be. Where classes are learned, all parameters are zero instead, so that every
        class has the same probability.
        """
        if self.learns_classes:
            return self.plain | {name: _zeros(self.plain[name]) for name in self.parts["start"]}
        params, sample = self.model.start(self.plain), self.model.samples(self.plain)[0]
        y_pred = self.model.predicted(self.model.forward(params, sample))
        first, *others = self.plain["y_data"]
        fitted = [y_pred, *first[1:]] if isinstance(first, list) else y_pred
        return {**self.plain, "y_data": [fitted, *others]}

    @property
    def learns_classes(self) -> bool:
        """Whether a sample's target is a class, given as a whole number."""
        return isinstance(self.plain["y_data"][0], int)

    def _each_sample(self, inputs: Inputs, choose: Callable[[list[Any]], list[Any]]) -> Inputs:
        chosen = {name: choose(inputs[name]) for name in PER_SAMPLE if name in inputs}
        return {**inputs, **chosen}

    def _draw_all(self, rng: random.Random) -> list[Inputs]:
        return [self._draw_one(rng, kind) for kind in self.hidden]

    def _draw_one(
        self, rng: random.Random, kind: Draw, accepts: Callable[[Curve], bool] | None = None
    ) -> Inputs:
        accepts = accepts or self.accepts
        while True:
            numbers = {"lr": rng.choice(kind.lr), "epochs": rng.randint(*kind.epochs)}
            numbers |= self.draw(rng, *kind.size)
            inputs = {name: numbers[name] for name in self.lesson_inputs}
            if not accepts or accepts(self.oracle(**inputs)):
                return inputs

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


# A class asks again and again for the same inputs and their curves. A text can't change meanwhile.
@functools.lru_cache(maxsize=1024)
def _right_curve(exercise: Exercise, inputs: str) -> Curve:
    return train(exercise.loop, exercise.model, json.loads(inputs))


@functools.lru_cache(maxsize=1024)
def _drawn(exercise: Exercise, seed: int) -> list[Inputs]:
    # A text seed mixes in the id and is stable across Python versions and platforms.
    rng = random.Random(f"{exercise.id}/{seed}")
    drawn = exercise._draw_all(rng)
    for _ in range(MAX_DRAWS):
        if exercise._tell_apart(drawn):
            break
        drawn = exercise._draw_all(rng)
    return drawn


def _zeros(value: Any) -> Any:
    return [_zeros(each) for each in value] if isinstance(value, list) else 0.0


def _is_clear(curve: Curve) -> bool:
    """Whether no loss is so small beside the largest one that rounding shows."""
    return min(curve) > 1e-3 * max(curve)


def _edited(original: T, changes: Edit) -> T:
    """A copy with some fields changed. Thousands are tried, and `replace` sets every field anew."""
    if not changes:
        return original
    edited = copy(original)
    vars(edited).update(changes)
    return edited


def _rises(curve: Curve) -> bool:
    """Whether a loss is somewhere higher, by more than rounding, than the one before."""
    return any(later > 1.01 * earlier for earlier, later in itertools.pairwise(curve))


#: What an edit changes in the loop; all else it changes in the model.
LOOP_FIELDS = frozenset(each.name for each in fields(Loop))


def _misspelt(edit: Edit, loop: Loop, model: Model) -> str:
    """What an edit names that does not exist; empty where all does."""
    for name, value in edit.items():
        kind: Any = type(loop if name in LOOP_FIELDS else model)
        hints = _hints(kind)
        if name not in hints:
            return f"neither the loop nor {type(model).__name__} has a field {name!r}"
        if name == "names":  # an edit can give a model other parameters
            continue
        known = _known_values(hints[name], model)
        for each in value if isinstance(value, (frozenset, tuple)) else (value,):
            if known and each not in known:
                return f"{name} is {each!r}, not one of {', '.join(map(repr, known))}"
    return ""


@functools.cache
def _hints(kind: type) -> dict[str, Any]:
    """The fields of a loop or a model with their types: thousands of edits ask for the same few."""
    return get_type_hints(kind)


def _known_values(hint: Any, model: Model) -> tuple[Any, ...]:
    """The values that a field, or the elements of one, may have; empty where any will do."""
    if get_origin(hint) is Literal:
        return get_args(hint)
    if hint in (frozenset[str], tuple[str, ...]):  # these name parameters
        return model.names
    if get_origin(hint) is frozenset:
        return _known_values(get_args(hint)[0], model)
    return ()
