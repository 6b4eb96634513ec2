"""Training a two-layer network, with a switch for every mistake that can be made in it.

h = σ(W1·x + b1), ŷ = τ(W2·h + b2), trained sample by sample on the squared error, summed over the
outputs. σ and τ are the identity unless an exercise says otherwise. With δ = ∂loss/∂(W2·h + b2) the
gradients are δ·hᵀ, δ, and with ε = (W2ᵀ·δ)·σ' further ε·xᵀ, ε. Float64, no autograd.

Vectors are lists and matrices are lists of rows. Sizes are never checked: as in a beginner's
`zip`, the shorter one counts, so that a loop fed with inputs that don't fit still gives a curve.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import tanh
from typing import Literal, TypeAlias

from tests.training.before.exercise import Edit, Inputs, some_of

Vector: TypeAlias = list[float]
Matrix: TypeAlias = list[Vector]
Sample: TypeAlias = tuple[Vector, Vector]
#: (ŷ − y of each output, number of samples) -> loss, and -> ∂loss/∂ŷ of each output.
Loss: TypeAlias = Callable[[Vector, int], float]
LossSlope: TypeAlias = Callable[[Vector, int], Vector]
#: (z, σ(z)) -> σ'(z)
Slope: TypeAlias = Callable[[float, float], float]

NAMES = ("W1", "b1", "W2", "b2")


@dataclass(frozen=True)
class Weights:
    """The parameters, or something of the same shapes: their gradients.

    Attributes:
        W1: shape (m, n).
        b1: shape (m,).
        W2: shape (k, m).
        b2: shape (k,).
    """

    W1: Matrix
    b1: Vector
    W2: Matrix
    b2: Vector

    def moved(
        self, other: "Weights", rate: float, frozen: frozenset[str] = frozenset()
    ) -> "Weights":
        """Add `rate` times the other one, leaving the frozen ones as they are."""
        return Weights(
            self.W1 if "W1" in frozen else _moved_rows(self.W1, other.W1, rate),
            self.b1 if "b1" in frozen else _moved(self.b1, other.b1, rate),
            self.W2 if "W2" in frozen else _moved_rows(self.W2, other.W2, rate),
            self.b2 if "b2" in frozen else _moved(self.b2, other.b2, rate),
        )


@dataclass(frozen=True)
class Activation:
    """A function that is applied to each number of a vector, and its slope."""

    value: Callable[[float], float]
    slope: Slope


IDENTITY = Activation(lambda z: z, lambda _z, _a: 1.0)
TANH = Activation(tanh, lambda _z, a: 1.0 - a * a)


def squares(residuals: Vector, _n: int) -> float:
    """Σ(ŷ − y)², without an error for residuals that have grown beyond bounds."""
    return sum(r * r for r in residuals)


def twice(residuals: Vector, _n: int) -> Vector:
    """Give 2·(ŷ − y), the slope of the squared error."""
    return [2 * r for r in residuals]


@dataclass(frozen=True)
class Loop:
    """How to train; the defaults are right for the two-layer network without nonlinearity.

    Attributes:
        hidden: σ, between the layers.
        output: τ, after the second layer.
        hidden_slope: what is used as σ'; None means the slope of σ.
        biases: names of the biases that take part in the prediction.
        through: what the slope is multiplied by on its way from output to hidden layer.
        direct: which parameters of the first layer get the slope as if there were no second one.
        factors: which vectors take part in the gradients of the matrices.
        loss: the loss of one sample.
        loss_slope: its slope at the outputs.
        visit: which samples, in which order.
        zeroes: when gradients are set back to zero.
        steps: what one update is made from.
        factor: what each update is multiplied by; −1 climbs, 0 stays.
        frozen: names of the parameters that are never updated.
        log: which loss an epoch reports.
        surplus_epochs: epochs run beyond the asked ones (negative: fewer).
        logs_start: report the loss at the start as well.
        skips_first: do not report the first epoch.
    """

    hidden: Activation = IDENTITY
    output: Activation = IDENTITY
    hidden_slope: Slope | None = None
    biases: frozenset[str] = frozenset({"b1", "b2"})
    through: Literal["W2", "updated W2", "W2 transposed", "nothing"] = "W2"
    direct: frozenset[str] = frozenset()
    factors: frozenset[str] = frozenset({"x", "h"})
    loss: Loss = squares
    loss_slope: LossSlope = twice
    visit: Literal["all", "reversed", "first"] = "all"
    zeroes: Literal["every step", "every epoch", "never"] = "every step"
    steps: Literal["sample", "epoch sum", "epoch mean", "epoch last"] = "sample"
    factor: float = 1.0
    frozen: frozenset[str] = frozenset()
    log: Literal[
        "last", "last after", "first", "sum", "mean", "mean at end", "sum at end", "every"
    ] = "last"
    surplus_epochs: int = 0
    logs_start: bool = False
    skips_first: bool = False


def run(
    loop: Loop, start: Weights, samples: Sequence[Sample], lr: float, epochs: int
) -> list[float]:
    """Train and return the curve that the loop reports.

    Args:
        loop: how to train.
        start: initial parameters.
        samples: pairs of x, shape (n,), and y, shape (k,).
        lr: learning rate.
        epochs: how many rounds through the data to report.

    Returns:
        The reported losses: one per epoch, unless the loop's mistake is to report more or fewer.
    """
    training = _Training(loop, start, samples, lr)
    curve = training.start() if loop.logs_start else []
    for _ in range(epochs + loop.surplus_epochs):
        curve += training.epoch()
    return curve[1:] if loop.skips_first else curve


def simulate(loop: Loop, start: Weights, samples: Sequence[Sample], inputs: Inputs) -> list[float]:
    """Run a loop with the `lr` and `epochs` of an exercise's inputs."""
    return run(loop, start, samples, inputs["lr"], inputs["epochs"])


def edited(loop: Loop, edit: Edit) -> Loop:
    """The loop with a mistake in it; the right one where `edit` is empty."""
    return replace(loop, **edit)


@dataclass(frozen=True)
class _Pass:
    """What a forward pass leaves for the backward pass."""

    x: Vector
    z: Vector
    h: Vector
    y_pred: Vector
    residuals: Vector


class _Training:
    """The state of one run: the parameters, and the gradients that have piled up for them."""

    def __init__(self, loop: Loop, start: Weights, samples: Sequence[Sample], lr: float) -> None:
        self.loop = loop
        self.weights = start
        self.grads: Weights | None = None
        self.samples = {
            "all": samples,
            "reversed": samples[::-1],
            "first": samples[:1],
        }[loop.visit]
        self.n = len(samples)
        self.lr = lr

    def forward(self, sample: Sample) -> _Pass:
        loop, weights = self.loop, self.weights
        x, y = sample
        z = _affine(weights.W1, x, weights.b1 if "b1" in loop.biases else None)
        h = [loop.hidden.value(value) for value in z]
        out = _affine(weights.W2, h, weights.b2 if "b2" in loop.biases else None)
        y_pred = [loop.output.value(value) for value in out]
        residuals = [p - t for p, t in zip(y_pred, y, strict=False)]
        return _Pass(x, z, h, y_pred, residuals)

    def loss(self, sample: Sample) -> float:
        return self.loop.loss(self.forward(sample).residuals, self.n)

    def start(self) -> list[float]:
        """What is reported before the first epoch: of the kind that epochs report."""
        if self.loop.log in ("mean at end", "sum at end"):
            return self.report([])
        return [self.loss(self.samples[-1])]

    def epoch(self) -> list[float]:
        before = []
        for i, sample in enumerate(self.samples):
            done = self.forward(sample)
            before.append(self.loop.loss(done.residuals, self.n))
            self.collect(self.gradients(done))
            if self.loop.steps == "sample":
                self.step(1.0, last=i == len(self.samples) - 1)
        if self.loop.steps != "sample":
            self.step(1 / self.n if self.loop.steps == "epoch mean" else 1.0, last=True)
        return self.report(before)

    def collect(self, grads: Weights) -> None:
        """Add a sample's gradients to those already there, as autograd does."""
        if self.grads is None or self.loop.steps == "epoch last":
            self.grads = grads
        else:
            self.grads = grads.moved(self.grads, 1.0)

    def gradients(self, done: _Pass) -> Weights:
        loop = self.loop
        delta = [
            slope * loop.output.slope(0.0, p)
            for slope, p in zip(loop.loss_slope(done.residuals, self.n), done.y_pred, strict=False)
        ]
        slope_of = loop.hidden_slope or loop.hidden.slope
        back = [
            g * slope_of(z, a)
            for g, z, a in zip(self.back_to_h(delta, done.h), done.z, done.h, strict=False)
        ]
        # One output's slope is stretched over the hidden layer, as torch does.
        plain = delta * len(self.weights.b1) if len(delta) == 1 else delta
        return Weights(
            W1=_outer(plain if "W1" in loop.direct else back, self.factor("x", done.x)),
            b1=plain if "b1" in loop.direct else back,
            W2=_outer(delta, self.factor("h", done.h)),
            b2=delta,
        )

    def back_to_h(self, delta: Vector, h: Vector) -> Vector:
        """∂loss/∂h: each hidden number is reached over all outputs."""
        W2 = self.weights.W2  # noqa: N806, as in the formulas
        match self.loop.through:
            case "W2 transposed":
                return _affine(W2, delta, None)
            case "nothing":
                return delta * len(h) if len(delta) == 1 else delta
            case "updated W2":
                rate = -self.lr * self.loop.factor
                W2 = _moved_rows(W2, _outer(delta, self.factor("h", h)), rate)  # noqa: N806
        return [
            sum(d * w for d, w in zip(delta, column, strict=False))
            for column in zip(*W2, strict=False)
        ]

    def factor(self, name: str, vector: Vector) -> Vector:
        return vector if name in self.loop.factors else [1.0] * len(vector)

    def step(self, share: float, last: bool) -> None:
        rate = -self.lr * self.loop.factor * share
        if self.grads is not None:
            self.weights = self.weights.moved(self.grads, rate, self.loop.frozen)
        if self.loop.zeroes == "every step" or (self.loop.zeroes == "every epoch" and last):
            self.grads = None

    def report(self, before: Vector) -> list[float]:
        match self.loop.log:
            case "every":
                return before
            case "last":
                return before[-1:]
            case "last after":
                return [self.loss(self.samples[-1])]
            case "first":
                return before[:1]
            case "sum":
                return [sum(before)]
            case "mean":
                return [sum(before) / len(before)]
        end = sum(self.loss(sample) for sample in self.samples)
        return [end if self.loop.log == "sum at end" else end / len(self.samples)]


def _affine(matrix: Matrix, vector: Vector, bias: Vector | None) -> Vector:
    product = [sum(w * v for w, v in zip(row, vector, strict=False)) for row in matrix]
    return product if bias is None else _moved(product, bias, 1.0)


def _outer(column: Vector, row: Vector) -> Matrix:
    return [[c * r for r in row] for c in column]


def _moved(vector: Vector, other: Vector, rate: float) -> Vector:
    return [v + rate * o for v, o in zip(vector, other, strict=False)]


def _moved_rows(matrix: Matrix, other: Matrix, rate: float) -> Matrix:
    return [_moved(row, others, rate) for row, others in zip(matrix, other, strict=False)]


def _abs_loss(residuals: Vector, _n: int) -> float:
    return sum(map(abs, residuals))


#: Mistakes that every loop of this kind can contain, whatever it reports for an epoch.
COMMON_MISTAKES: dict[str, list[Edit]] = {
    "wrong_sign": [{"factor": -1.0}],
    # A step of 1/n of its length; any other constant share is solved for by the search.
    "wrong_lr": [{"loss_slope": lambda r, n: [2 * v / n for v in r]}],
    "no_update": [{"factor": 0.0}],
    "missing_factor_2": [{"factor": 0.5}],
    "no_zero_grad": [{"zeroes": "never"}, {"zeroes": "every epoch"}],
    "frozen_param": [{"frozen": some} for some in some_of(NAMES)],
    "one_update_per_epoch": [
        {"steps": "epoch sum"},
        {"steps": "epoch mean"},
        {"steps": "epoch last"},
    ],
    "updated_too_early": [{"through": "updated W2"}],
    "missing_w2_factor": [
        {"through": "nothing"},
        {"direct": frozenset({"W1"})},
        {"direct": frozenset({"b1"})},
    ],
    "no_bias": [{"biases": frozenset(some)} for some in ({"b1"}, {"b2"}, set[str]())],
    "missing_x_factor": [{"factors": frozenset({"h"})}],
    "missing_h_factor": [{"factors": frozenset({"x"})}, {"factors": frozenset[str]()}],
    "loss_every_sample": [{"log": "every"}],
    "halved_loss": [
        {"loss": lambda r, n: squares(r, n) / 2, "loss_slope": lambda r, _n: r},
        {"loss": lambda r, n: squares(r, n) / 2},
    ],
    "divided_by_n": [
        {
            "loss": lambda r, n: squares(r, n) / n,
            "loss_slope": lambda r, n: [2 * v / n for v in r],
        },
        {"loss": lambda r, n: squares(r, n) / n},
    ],
    "abs_loss": [
        {"loss": _abs_loss, "loss_slope": lambda r, _n: [float((v > 0) - (v < 0)) for v in r]},
        {"loss": _abs_loss},
    ],
    "data_reversed": [{"visit": "reversed"}],
    "only_first_sample": [{"visit": "first"}],
    "missing_epoch": [{"surplus_epochs": -1}, {"skips_first": True}],
    "extra_epoch": [{"surplus_epochs": 1}, {"logs_start": True}],
}
