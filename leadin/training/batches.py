"""Nets trained on whole batches, with a field for everything that can be wrong in their gradients.

The one sample that the loop visits is a batch: a matrix of rows, and their targets. Matrices are
numpy's, in float64; what fits together there by broadcasting does so here. What doesn't fit raises
a `ValueError`, which the loop takes for a run without a curve.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from leadin.training.loop import Inputs, Rule, Sizes

Array: TypeAlias = NDArray[np.float64]
#: (z, σ(z)) -> σ'(z), number by number.
SlopeOf: TypeAlias = Callable[[Array, Array], Array]
#: Which share each row's loss has in the batch's: 1/rows; 1/rows/outputs, one for each number; 1;
#: 1/outputs; 1/k; or all of it is the first row's, or the last one's.
Over: TypeAlias = Literal["rows", "numbers", "nothing", "outputs", "k", "first", "last"]
#: How the rows' shares in a gradient are put together; `all numbers` is over the outputs too.
Gathered: TypeAlias = Literal["sum", "mean", "first", "last", "all numbers"]


@dataclass(frozen=True)
class Sigma:
    """A function σ of each number of a matrix, and its slope."""

    value: Callable[[Array], Array]
    slope: SlopeOf


def _sigmoid(z: Array) -> Array:
    return 1.0 / (1.0 + np.exp(-z))


IDENTITY = Sigma(lambda z: z, lambda z, _a: np.ones_like(z))
TANH = Sigma(np.tanh, lambda _z, a: 1.0 - a * a)
RELU = Sigma(lambda z: np.maximum(z, 0.0), lambda z, _a: (z > 0.0).astype(np.float64))
SIGMOID = Sigma(_sigmoid, lambda _z, a: a * (1.0 - a))


def cross_entropy(log_p: Any, y: Any, _sizes: Sizes) -> Any:
    """−log p of the row's class: `y` is 1 there and 0 for the others."""
    return -y * log_p


def missed(log_p: Any, y: Any, _sizes: Sizes) -> Any:
    """The slope of the cross-entropy at the scores that softmax makes p of: p − y."""
    return np.exp(log_p) - y


class Batch(NamedTuple):
    """Rows and their targets; a class is a row of zeros with a single 1."""

    x: Array
    y: Array


class Passed(NamedTuple):
    """What a forward pass leaves: what goes into each layer, what it makes of it before σ, and ŷ.

    For classes ŷ are the logarithms of their probabilities.
    """

    given: list[Array]
    z: list[Array]
    y_pred: Array


class Layer(NamedTuple):
    """Where a layer's matrix and bias stand among the parameters, and their names."""

    w: int
    b: int | None
    w_name: str
    b_name: str


@dataclass(frozen=True)
class Net:
    """Layers a = σ(x·Wᵀ + b) on a batch, the last one without σ. W has a row for each output.

    With Δ = ∂loss/∂z of a layer the gradients of its W, its b and its x are Δᵀ·x, the sum of Δ's
    rows, and Δ·W; on its way to the layer before, the latter is multiplied by σ'. Rules of the loop
    get ŷ and y of the whole batch at once. Shapes: x_data (rows, inputs); y_data (rows, outputs),
    (rows,) for a single output, or a whole number for each row where classes are learned.

    Attributes:
        names: the parameters, layer by layer: a name that begins with b is the bias of the matrix
            before it. A bias that is no argument starts at zero.
        noise: the argument with a list of matrices that the parameters start from, instead of
            arguments of their own names. A net has only as many layers as are in the list.
        scale: (inputs, outputs of a layer) -> what its noise is multiplied by.
        scales: when this is done; in the forward pass the noise itself is what is moved.
        bias_start: what a bias starts at that is no argument.
        targets: a row for each sample, or all in one row, which broadcasting makes a square of.
        hidden: σ between the layers.
        output: a σ after the last layer too.
        softmax: makes classes' probabilities of the last layer's numbers: nothing, with the largest
            taken away first, without that, twice, over the rows instead of the classes, or not at
            all, so that the numbers themselves are taken for logarithms.
        again: multiply by the slopes of softmax, although the loss's slope has them already.
        batch: rows of a batch: all, k, or one.
        partial: what happens to the last rows where they are fewer than k.
        over: what the loss is a mean over.
        slope_over: the same for the gradient; None means as for the loss.
        product: whether W is transposed in the forward pass.
        weight: whether the gradient of W is Δᵀ·x or its transpose.
        gathers_weight: how a gradient of W is put together.
        gathers_bias: how a gradient of b is put together.
        through: what Δ is multiplied by on its way to the layer before.
        hidden_slope: what is used as σ'; None means the slope of σ.
        output_slope: a slope that is multiplied at the last layer, though there is no σ.
        unbent: names of the parameters whose gradients lack σ'.
        without: names of the biases that take no part in the prediction.
        ones: names of the matrices whose x is taken for ones in their gradient.
        from_z: names of the matrices whose x is taken from before σ in their gradient.
    """

    names: tuple[str, ...] = ("w1", "b1", "w2", "b2")
    noise: str = ""
    scale: Callable[[int, int], float] | None = None
    scales: Literal["at the start", "in the forward pass"] = "at the start"
    bias_start: float = 0.0
    targets: Literal["rows", "a flat row"] = "rows"
    hidden: Sigma = TANH
    output: Sigma = IDENTITY
    softmax: Literal["none", "shifted", "plain", "twice", "over rows", "left out"] = "none"
    again: bool = False
    batch: Literal["all", "k", "one"] = "all"
    partial: Literal["used", "dropped"] = "used"
    over: Over = "rows"
    slope_over: Over | None = None
    product: Literal["W transposed", "W"] = "W transposed"
    weight: Literal["right", "transposed"] = "right"
    gathers_weight: Gathered = "sum"
    gathers_bias: Gathered = "sum"
    through: Literal["W", "updated W", "W transposed", "nothing"] = "W"
    hidden_slope: SlopeOf | None = None
    output_slope: SlopeOf | None = None
    unbent: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    ones: frozenset[str] = frozenset()
    from_z: frozenset[str] = frozenset()

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The layers, from the first to the last."""
        return _layers(self.names)

    def arithmetic(self) -> AbstractContextManager[None]:
        """Numpy's, without its warnings."""
        return np.errstate(all="ignore")

    def start(self, inputs: Inputs) -> list[Any]:
        """The initial matrices, and the biases as rows."""
        params: list[Any] = []
        names = [layer.w_name for layer in self.layers]
        matrices = inputs[self.noise] if self.noise else [inputs[name] for name in names]
        for layer, matrix in zip(self.layers, matrices, strict=False):
            w = np.array(matrix, float)
            params.append(w if self.scales == "in the forward pass" else w * self._factor(w))
            if layer.b is not None:
                b = inputs.get(layer.b_name)
                params.append(np.full(len(w), self.bias_start) if b is None else np.array(b, float))
        return params

    def _factor(self, w: Array) -> float:
        """What a matrix of noise is multiplied by."""
        return self.scale(w.shape[1], w.shape[0]) if self.scale else 1.0

    def _in_use(self, params: list[Any]) -> list[Any]:
        """The parameters as the forward pass uses them."""
        if self.scales == "at the start":
            return params
        return [each * self._factor(each) if each.ndim == 2 else each for each in params]

    def samples(self, inputs: Inputs) -> list[Batch]:
        """The batches, in the order of the data."""
        x, y = np.array(inputs["x_data"], float), self._targets(inputs)
        if len(x) != len(y):
            raise ValueError("each row has a target")
        size = {"all": len(x), "one": 1, "k": inputs.get("k", 1)}[self.batch]
        batches = [Batch(x[i : i + size], y[i : i + size]) for i in range(0, len(x), size)]
        if self.partial == "dropped" and len(batches[-1].x) < size:
            batches.pop()
        return batches

    def _targets(self, inputs: Inputs) -> Array:
        """The targets in rows; for classes, rows of zeros with a single 1."""
        y = np.array(inputs["y_data"])
        if self.softmax == "none":
            return y.astype(float).reshape(len(y), -1)
        if y.ndim != 1 or y.dtype.kind != "i":
            raise ValueError("a class is a whole number")
        return np.asarray(y[:, None] == np.arange(self.outputs(inputs)), float)

    def outputs(self, inputs: Inputs) -> int:
        """How many numbers are predicted for a row."""
        return len(inputs[self.noise][-1] if self.noise else inputs[self.layers[-1].w_name])

    def forward(self, params: list[Any], sample: Batch) -> Passed:
        """All layers."""
        params = self._in_use(params)
        given, before, a = [], [], sample.x
        layers = self._layers_among(params)
        for layer in layers:
            w = params[layer.w]
            given.append(a)
            a = np.asarray(a @ (w.T if self.product == "W transposed" else w))
            if layer.b is not None and layer.b_name not in self.without:
                a = a + params[layer.b]
            before.append(a)
            a = (self.output if layer is layers[-1] else self.hidden).value(a)
        return Passed(given, before, self._logarithms(a))

    def _layers_among(self, params: list[Any]) -> list[Layer]:
        return [layer for layer in self.layers if layer.w < len(params)]

    def _logarithms(self, scores: Array) -> Array:
        """Logarithms of the classes' probabilities; other numbers as they are."""
        match self.softmax:
            case "shifted":
                return _log_softmax(scores)
            case "plain":
                p = np.exp(scores)
                return np.asarray(np.log(p / p.sum(axis=1, keepdims=True)))
            case "twice":
                return _log_softmax(np.exp(_log_softmax(scores)))
            case "over rows":
                return _log_softmax(scores.T).T
        return scores

    def loss(self, passed: Passed, sample: Batch, rule: Rule, sizes: Sizes) -> float:
        """The loss of the batch."""
        shares = self._shares(rule, passed, sample, sizes)
        return float((shares * _share_of_each(self.over, shares, sizes)).sum())

    def _shares(self, rule: Rule, passed: Passed, sample: Batch, sizes: Sizes) -> Array:
        """A rule's value for each number that is predicted."""
        sizes = Sizes(len(sample.x), sizes.k, sizes.outputs)
        y = sample.y.reshape(1, -1) if self.targets == "a flat row" else sample.y
        shares = np.asarray(_of_each(rule, passed.y_pred, y, sizes))
        if shares.shape == passed.y_pred.shape:
            return shares
        return np.broadcast_to(shares, np.broadcast_shapes(shares.shape, passed.y_pred.shape))

    def predicted(self, passed: Passed) -> float:
        """The first number of the first row."""
        first = float(passed.y_pred[0, 0])
        return first if self.softmax == "none" else float(np.exp(first))

    def backward(
        self,
        params: list[Any],
        sample: Batch,
        passed: Passed,
        slope: Rule,
        sizes: Sizes,
        rate: float,
    ) -> list[Any]:
        """Δᵀ·x and the sum of Δ's rows for each layer, from the last to the first."""
        noise, params = params, self._in_use(params)
        grads: list[Any] = [None] * len(params)
        bent = plain = self._at_output(passed, sample, slope, sizes)
        for i, layer in reversed([*enumerate(self._layers_among(params))]):
            x = passed.z[i - 1] if i and layer.w_name in self.from_z else passed.given[i]
            x = np.ones_like(x) if layer.w_name in self.ones else x
            delta = plain if layer.w_name in self.unbent else bent
            of_w = _of_weight(delta, x, self.gathers_weight)
            grads[layer.w] = of_w if self.weight == "right" else of_w.T
            if layer.b is not None:
                delta = plain if layer.b_name in self.unbent else bent
                grads[layer.b] = _of_bias(delta, self.gathers_bias)
            if i:
                z, a = passed.z[i - 1], passed.given[i]
                plain = self._through(params[layer.w], bent, grads[layer.w], rate, a)
                bent = plain * (self.hidden_slope or self.hidden.slope)(z, a)
        if self.scales == "in the forward pass":
            for layer in self._layers_among(params):
                grads[layer.w] = grads[layer.w] * self._factor(noise[layer.w])
        return grads

    def _at_output(self, passed: Passed, sample: Batch, slope: Rule, sizes: Sizes) -> Array:
        """Δ of the last layer."""
        slopes = self._shares(slope, passed, sample, sizes)
        delta = slopes * _share_of_each(self.slope_over or self.over, slopes, sizes)
        if delta.shape != passed.y_pred.shape:  # stretched by broadcasting
            delta = delta.sum(axis=1, keepdims=True)
        z, y_pred = passed.z[-1], passed.y_pred
        if self.again:
            p = np.exp(_log_softmax(z))
            delta = p * (delta - (p * delta).sum(axis=1, keepdims=True))
        if self.output is not IDENTITY:
            delta = delta * self.output.slope(z, self.output.value(z))
        return np.asarray(delta * self.output_slope(z, y_pred) if self.output_slope else delta)

    def _through(self, w: Array, delta: Array, of_w: Array, rate: float, a: Array) -> Array:
        """Δ·W: each number that came into a layer is reached over all of its outputs."""
        match self.through:
            case "W transposed":
                return delta @ w.T
            case "updated W":
                return delta @ (w - rate * of_w)
            case "nothing":
                return np.broadcast_to(delta, a.shape)
        return delta @ w

    def moved(self, value: Array, gradient: Array, rate: float) -> Array:
        """A matrix or a row, moved number by number."""
        return np.asarray(value + rate * gradient)

    def each(self, function: Callable[[Any, Any], Any], value: Array, gradient: Array) -> Array:
        """The same for steps of another kind."""
        return np.broadcast_to(_of_each(function, value, gradient), value.shape)


@cache
def _layers(names: tuple[str, ...]) -> tuple[Layer, ...]:
    found: list[Layer] = []
    for i, name in enumerate(names):
        if name.startswith("b"):
            found[-1] = found[-1]._replace(b=i, b_name=name)
        else:
            found.append(Layer(i, None, name, ""))
    return tuple(found)


def _log_softmax(scores: Array) -> Array:
    shifted = scores - scores.max(axis=1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)))


def _share_of_each(over: Over, shares: Array, sizes: Sizes) -> Any:
    """What each number's share of the loss is multiplied by before all are added up."""
    match over:
        case "rows":
            return 1 / len(shares)
        case "numbers":
            return 1 / shares.size
        case "outputs":
            return 1 / shares.shape[1]
        case "k":
            return 1 / sizes.k
        case "nothing":
            return 1.0
    chosen = np.zeros((len(shares), 1))
    chosen[0 if over == "first" else -1] = 1.0
    return chosen


def _of_weight(delta: Array, x: Array, gathered: Gathered) -> Array:
    match gathered:
        case "mean":
            return delta.T @ x / len(x)
        case "first":
            return np.outer(delta[0], x[0])
        case "last":
            return np.outer(delta[-1], x[-1])
        case "all numbers":
            return np.broadcast_to((delta.T @ x).sum(), (delta.shape[1], x.shape[1]))
    return delta.T @ x


def _of_bias(delta: Array, gathered: Gathered) -> Array:
    of_b: Array = delta.sum(axis=0)
    match gathered:
        case "mean":
            of_b = delta.mean(axis=0)
        case "first":
            of_b = delta[0]
        case "last":
            of_b = delta[-1]
        case "all numbers":
            of_b = np.broadcast_to(delta.sum(), delta.shape[1:])
    return of_b


def _of_each(function: Callable[..., Any], *values: Any) -> Any:
    """What a function makes of matrices, number by number where it knows single ones only."""
    try:
        return function(*values)
    except (TypeError, ValueError):
        return np.vectorize(function, otypes=[float])(*values)
