"""What is trained, with a field for everything that can be wrong in a model or its gradients.

Vectors are lists and matrices are lists of rows. Sizes are never checked: as in a beginner's `zip`,
the shorter one counts, so that a loop fed with inputs that don't fit still gives a curve.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from math import tanh
from operator import add, mul
from typing import Any, Literal, NamedTuple, TypeAlias

from leadin.training.loop import Inputs, Rule, Sizes

Vector: TypeAlias = list[float]
Matrix: TypeAlias = list[Vector]
#: What a single number is computed from: x, or x and more.
Given: TypeAlias = tuple[float, ...]
Features: TypeAlias = Callable[[float], tuple[float, ...]]
#: (a number of a parameter, its gradient) -> that number after a step.
Step: TypeAlias = Callable[[float, float], float]


class _OneOutput:
    """What models have in common that predict one number; a forward pass leaves ŷ."""

    names: tuple[str, ...]

    def arithmetic(self) -> AbstractContextManager[None]:
        return nullcontext()

    def start(self, inputs: Inputs) -> list[float]:
        return [inputs[name] for name in self.names]

    def outputs(self, _inputs: Inputs) -> int:
        return 1

    def loss(self, passed: float, sample: Any, rule: Rule, sizes: Sizes) -> float:
        return rule(passed, sample[-1], sizes)

    def predicted(self, passed: float) -> float:
        return passed

    def moved(self, value: float, gradient: float, rate: float) -> float:
        return value + rate * gradient

    def each(self, function: Step, value: float, gradient: float) -> float:
        return function(value, gradient)


class _Point(NamedTuple):
    """A sample of a line: the features of x, what gradients take for them, and the target."""

    features: tuple[float, ...]
    slopes: tuple[float, ...]
    y: float


@dataclass(frozen=True)
class Line(_OneOutput):
    """ŷ = Σ θᵢ·φᵢ(x), linear in its parameters.

    Attributes:
        names: names of the parameters.
        features: x -> the factors φᵢ(x) of the parameters.
        slopes: x -> the factors used in the gradient; None means the features.
        factors: what a gradient takes for its factor: the feature, the parameter itself or y.
    """

    names: tuple[str, ...]
    features: Features
    slopes: Features | None = None
    factors: Literal["features", "parameters", "target"] = "features"

    def samples(self, inputs: Inputs) -> list[_Point]:
        """The data, with the features of each x."""
        slopes = self.slopes or self.features
        pairs = zip(inputs["x_data"], inputs["y_data"], strict=False)
        return [_Point(self.features(x), slopes(x), y) for x, y in pairs]

    def forward(self, params: list[float], sample: _Point) -> float:
        """ŷ."""
        y_pred: float = sum(map(mul, params, sample[0]))
        return y_pred

    def backward(
        self,
        params: list[float],
        sample: _Point,
        passed: float,
        slope: Rule,
        sizes: Sizes,
        _rate: float,
    ) -> list[float]:
        """∂loss/∂ŷ·φᵢ(x) for each parameter."""
        outer = slope(passed, sample[2], sizes)
        match self.factors:
            case "parameters":
                return [outer * param for param in params]
            case "target":
                return [outer * sample[2]] * len(params)
        return [outer * factor for factor in sample[1]]


@dataclass(frozen=True)
class Engine(Line):
    """A line whose gradients come from an autograd of one's own, which may lose some on the way.

    Attributes:
        arrives: (ŷ, y) -> the slopes that the engine brings to the terms of the parameters; None
            means those of the loss.
        seed: what the slope is multiplied by where the engine starts.
    """

    arrives: Callable[[float, float], tuple[float, ...]] | None = None
    seed: float = 1.0

    def backward(
        self,
        params: list[float],
        sample: _Point,
        passed: float,
        slope: Rule,
        sizes: Sizes,
        rate: float,
    ) -> list[float]:
        """What arrives at each term, times its feature."""
        if self.arrives:
            arrived = self.arrives(passed, sample.y)
            return [self.seed * a * s for a, s in zip(arrived, sample.slopes, strict=True)]
        grads = super().backward(params, sample, passed, slope, sizes, rate)
        return [self.seed * grad for grad in grads]


def each_x(inputs: Inputs) -> list[Given]:
    """What is given for each sample of a model that is computed from x alone."""
    return [(x,) for x in inputs["x_data"]]


@dataclass(frozen=True)
class OneWeight(_OneOutput):
    """Any model of one weight, ŷ(w).

    Attributes:
        predict: (what is given, w) -> ŷ.
        slope: (what is given, w) -> ∂ŷ/∂w.
        given: inputs -> what a sample's ŷ is computed from.
        names: the weight's name.
    """

    predict: Callable[[Given, float], float]
    slope: Callable[[Given, float], float]
    given: Callable[[Inputs], Sequence[Given]] = each_x
    names: tuple[str] = ("w",)

    def samples(self, inputs: Inputs) -> list[tuple[Given, float]]:
        """Pairs of what is given, and the target."""
        return list(zip(self.given(inputs), inputs["y_data"], strict=False))

    def forward(self, params: list[float], sample: tuple[Given, float]) -> float:
        """ŷ."""
        return self.predict(sample[0], params[0])

    def backward(
        self,
        params: list[float],
        sample: tuple[Given, float],
        passed: float,
        slope: Rule,
        sizes: Sizes,
        _rate: float,
    ) -> list[float]:
        """∂loss/∂ŷ·∂ŷ/∂w."""
        return [slope(passed, sample[1], sizes) * self.slope(sample[0], params[0])]


#: (z, σ(z)) -> σ'(z)
Slope: TypeAlias = Callable[[float, float], float]


@dataclass(frozen=True)
class Activation:
    """A function that is applied to each number of a vector, and its slope."""

    value: Callable[[float], float]
    slope: Slope


IDENTITY = Activation(lambda z: z, lambda _z, _a: 1.0)
TANH = Activation(tanh, lambda _z, a: 1.0 - a * a)


class _Pass(NamedTuple):
    """What a forward pass through two layers leaves for the backward pass."""

    z: Vector
    h: Vector
    y_pred: Vector


@dataclass(frozen=True)
class TwoLayers:
    """h = σ(W1·x + b1), ŷ = τ(W2·h + b2).

    With δ = ∂loss/∂(W2·h + b2) and ε = (W2ᵀ·δ)·σ' the gradients of W1, b1, W2, b2 are ε·xᵀ, ε,
    δ·hᵀ and δ. Shapes: x (n,), W1 (m, n), b1 (m,), W2 (k, m), b2 (k,), ŷ (k,).

    Attributes:
        names: names of W1, b1, W2 and b2.
        single: x and y are single numbers: W1 and W2 are given as vectors, b2 as a number.
        hidden: σ, between the layers.
        output: τ, after the second layer.
        hidden_slope: what is used as σ'; None means the slope of σ.
        bends_w2: whether the gradient of W2 is multiplied by σ' as well.
        straight: which parameters of the first layer get a gradient without σ'.
        w2_factor: what the gradient of W2 takes for h.
        w1_factor: what the gradient of W1 takes for x, where x is a single number.
        b1_factor: what the gradient of b1 is multiplied by: nothing, or a single x.
        pairs: whether the gradient of W2 is δ·h number by number, for every row; it stands for no
            loop where their lengths differ.
        without: which biases take no part in the prediction.
        through: what the slope is multiplied by on its way from output to hidden layer.
        direct: which parameters of the first layer get the slope as if there were no second one.
        ones: which vectors are taken for ones in the gradients of the matrices.
    """

    names: tuple[str, str, str, str] = ("W1", "b1", "W2", "b2")
    single: bool = False
    hidden: Activation = IDENTITY
    output: Activation = IDENTITY
    hidden_slope: Slope | None = None
    bends_w2: bool = False
    straight: frozenset[Literal["W1", "b1"]] = frozenset()
    w2_factor: Literal["h", "z", "W2 and h"] = "h"
    w1_factor: Literal["x", "h", "W1"] = "x"
    b1_factor: Literal["nothing", "x"] = "nothing"
    pairs: bool = False
    without: frozenset[Literal["b1", "b2"]] = frozenset()
    through: Literal["W2", "updated W2", "W2 transposed", "nothing"] = "W2"
    direct: frozenset[Literal["W1", "b1"]] = frozenset()
    ones: frozenset[Literal["x", "h"]] = frozenset()

    def arithmetic(self) -> AbstractContextManager[None]:
        """Python's own."""
        return nullcontext()

    def start(self, inputs: Inputs) -> list[Any]:
        """The initial W1, b1, W2 and b2."""
        W1, b1, W2, b2 = (inputs[name] for name in self.names)  # noqa: N806, as in the formulas
        return [[[w] for w in W1], b1, [W2], [b2]] if self.single else [W1, b1, W2, b2]

    def samples(self, inputs: Inputs) -> list[tuple[Vector, Vector]]:
        """Pairs of x and y."""
        pairs = zip(inputs["x_data"], inputs["y_data"], strict=False)
        return [([x], [y]) for x, y in pairs] if self.single else list(pairs)

    def outputs(self, inputs: Inputs) -> int:
        """The length of each y."""
        return 1 if self.single else min(map(len, inputs["y_data"]))

    def forward(self, params: list[Any], sample: tuple[Vector, Vector]) -> _Pass:
        """Both layers."""
        W1, b1, W2, b2 = params  # noqa: N806
        x, y = sample
        z = _affine(W1, x, None if "b1" in self.without else b1)
        h = z if self.hidden is IDENTITY else list(map(self.hidden.value, z))
        out = _affine(W2, h, None if "b2" in self.without else b2)
        y_pred = out if self.output is IDENTITY else list(map(self.output.value, out))
        # As many numbers as the shorter of both has.
        return _Pass(z, h, y_pred[: len(y)])

    def loss(self, passed: _Pass, sample: tuple[Vector, Vector], rule: Rule, sizes: Sizes) -> float:
        """The sum over the outputs."""
        pairs = zip(passed.y_pred, sample[1], strict=False)
        return sum([rule(y_pred, y, sizes) for y_pred, y in pairs])

    def predicted(self, passed: _Pass) -> float:
        """The first of the outputs."""
        return passed.y_pred[0]

    def backward(
        self,
        params: list[Any],
        sample: tuple[Vector, Vector],
        passed: _Pass,
        slope: Rule,
        sizes: Sizes,
        rate: float,
    ) -> list[Any]:
        """ε·xᵀ, ε, δ·hᵀ and δ."""
        pairs = zip(passed.y_pred, sample[1], strict=False)
        delta = [slope(y_pred, y, sizes) for y_pred, y in pairs]
        if self.output is not IDENTITY:
            slopes = map(self.output.slope, passed.y_pred, passed.y_pred)
            delta = list(map(mul, delta, slopes))
        x = [1.0] * len(sample[0]) if "x" in self.ones else sample[0]
        h = [1.0] * len(passed.h) if "h" in self.ones else passed.h
        if self.bends_w2:
            h = list(map(mul, h, map(self.hidden.slope, passed.z, passed.h)))
        if self.w2_factor != "h":
            h = passed.z if self.w2_factor == "z" else list(map(mul, params[2][0], h))
        of_w2 = _of_pairs(delta, h) if self.pairs else _outer(delta, h)
        back = self._back_to_h(params[2], delta, of_w2, rate, len(h))
        slope_of = self.hidden_slope or (None if self.hidden is IDENTITY else self.hidden.slope)
        straight = back[: len(h)]
        back = list(map(mul, back, map(slope_of, passed.z, passed.h)) if slope_of else straight)
        # One output's slope is stretched over the hidden layer, as torch does.
        plain = delta * len(params[1]) if len(delta) == 1 else delta
        to_w1 = straight if "W1" in self.straight else back
        to_b1 = straight if "b1" in self.straight else back
        if self.b1_factor == "x":
            to_b1 = [slope * x[0] for slope in to_b1]
        of_w1 = _outer(plain if "W1" in self.direct else to_w1, x)
        if self.w1_factor != "x":
            factors = passed.h if self.w1_factor == "h" else [row[0] for row in params[0]]
            of_w1 = [[slope * factor] for slope, factor in zip(to_w1, factors, strict=False)]
        return [of_w1, plain if "b1" in self.direct else to_b1, of_w2, delta]

    def _back_to_h(
        self, matrix: Matrix, delta: Vector, gradient: Matrix, rate: float, size: int
    ) -> Vector:
        """∂loss/∂h: each hidden number is reached over all outputs."""
        match self.through:
            case "W2 transposed":
                return _affine(matrix, delta, None)
            case "nothing":
                return delta * size if len(delta) == 1 else delta
            case "updated W2":
                matrix = self.moved(matrix, gradient, -rate)
        return [sum(map(mul, delta, column)) for column in zip(*matrix, strict=False)]

    def moved(self, value: Any, gradient: Any, rate: float) -> Any:
        """A matrix or a vector, moved number by number."""
        if value and isinstance(value[0], list):
            return [
                [v + rate * g for v, g in zip(row, other, strict=False)]
                for row, other in zip(value, gradient, strict=False)
            ]
        return [v + rate * g for v, g in zip(value, gradient, strict=False)]

    def each(self, function: Step, value: Any, gradient: Any) -> Any:
        """The same for steps of another kind."""
        if isinstance(value, list):
            pairs = zip(value, gradient, strict=False)
            return [self.each(function, v, g) for v, g in pairs]
        return function(value, gradient)


def _affine(matrix: Matrix, vector: Vector, bias: Vector | None) -> Vector:
    product = [sum(map(mul, row, vector)) for row in matrix]
    return product if bias is None else list(map(add, product, bias))


def _of_pairs(delta: Vector, h: Vector) -> Matrix:
    """What torch makes of δ·h without an outer product, when it is subtracted from a matrix."""
    if 1 < len(delta) != len(h):
        raise ValueError("these two don't fit together")
    return [list(map(mul, delta * len(h) if len(delta) == 1 else delta, h)) for _ in delta]


def _outer(column: Vector, row: Vector) -> Matrix:
    return [[c * r for r in row] for c in column]
