"""One training loop with a switch for every mistake that can be made in it.

It covers models that are linear in their parameters, ŷ = Σ θᵢ·φᵢ(x), trained sample by sample on
squared error: loss = (ŷ − y)², ∂loss/∂θᵢ = 2·(ŷ − y)·φᵢ(x), θᵢ ← θᵢ − lr·∂loss/∂θᵢ.
The right loop is `Loop(features)`; a mistake is that loop with a few fields changed, so two
mistakes at once are two sets of changed fields. Float64, no autograd.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from tests.training.before.exercise import Edit, Inputs

Features: TypeAlias = Callable[[float], tuple[float, ...]]
Rule: TypeAlias = Callable[[float, int], float]


def squared(residual: float, _n: int = 1) -> float:
    """(ŷ − y)², without an error for a residual that has grown beyond bounds."""
    return residual**2 if abs(residual) < 1e150 else float("inf")


@dataclass(frozen=True)
class Loop:
    """How to train; the defaults are right.

    Attributes:
        features: x -> the factors φᵢ(x) of the parameters.
        slopes: x -> the factors used in the gradient; None means the features.
        loss: (ŷ − y, number of samples) -> loss.
        loss_slope: (ŷ − y, number of samples) -> ∂loss/∂ŷ.
        visit: which samples, in which order.
        keeps: indices of the parameters whose gradient is not zeroed after a step.
        late: indices of the parameters whose gradient is zeroed at the end of an epoch only.
        zeroes: after which steps gradients are zeroed.
        steps: what one update is made from.
        factor: what each update is multiplied by; −1 climbs, 0 stays.
        frozen: indices of the parameters that are never updated.
        climbs: indices of the parameters that move up the slope instead of down.
        one_by_one: order in which parameters are updated, each before the gradient of the next one
            is computed; empty means that all gradients come first.
        stale: update with the gradient that was there before this backward pass.
        log: which loss an epoch reports.
        surplus_epochs: epochs run beyond the asked ones (negative: fewer).
        logs_start: report the last sample's loss at the start as well.
        skips_first: do not report the first epoch.
        restarts: begin every epoch with the initial parameters.
    """

    features: Features
    slopes: Features | None = None
    loss: Rule = squared
    loss_slope: Rule = lambda residual, _n: 2 * residual
    visit: Literal["all", "reversed", "first"] = "all"
    keeps: frozenset[int] = frozenset()
    late: frozenset[int] = frozenset()
    zeroes: Literal["every step", "every epoch"] = "every step"
    steps: Literal["sample", "epoch sum", "epoch mean", "epoch last"] = "sample"
    factor: float = 1.0
    frozen: frozenset[int] = frozenset()
    climbs: frozenset[int] = frozenset()
    one_by_one: tuple[int, ...] = ()
    stale: bool = False
    log: Literal[
        "last", "last after", "first", "sum", "mean", "mean at end", "sum at end", "every"
    ] = "last"
    surplus_epochs: int = 0
    logs_start: bool = False
    skips_first: bool = False
    restarts: bool = False


def run(
    loop: Loop,
    start: Sequence[float],
    x_data: Sequence[float],
    y_data: Sequence[float],
    lr: float,
    epochs: int,
) -> list[float]:
    """Train and return the curve that the loop reports.

    Args:
        loop: how to train.
        start: initial parameters, one per feature.
        x_data: inputs, shape (n,).
        y_data: targets, shape (n,).
        lr: learning rate.
        epochs: how many rounds through the data to report.

    Returns:
        The reported losses: one per epoch, unless the loop's mistake is to report more or fewer.
    """
    training = _Training(loop, list(start), x_data, y_data, lr)
    curve = [training.loss_at(-1)] if loop.logs_start else []
    for _ in range(epochs + loop.surplus_epochs):
        curve += training.epoch()
        if loop.restarts:
            training = _Training(loop, list(start), x_data, y_data, lr)
    return curve[1:] if loop.skips_first else curve


def simulate(loop: Loop, params: Sequence[str], inputs: Inputs, edit: Edit) -> list[float]:
    """Run a loop with an exercise's inputs and a mistake's edit.

    Args:
        loop: the exercise's right loop.
        params: names of the inputs that are initial parameters, in the order of the features.
        inputs: the exercise's inputs, with `x_data`, `y_data`, `lr` and `epochs` among them.
        edit: fields of the loop to change.

    Returns:
        The reported losses.
    """
    start = [inputs[name] for name in params]
    x_data, y_data, lr, epochs = (inputs[name] for name in ("x_data", "y_data", "lr", "epochs"))
    return run(replace(loop, **edit), start, x_data, y_data, lr, epochs)


class _Training:
    """The state of one run: parameters, and the gradients that have piled up for them."""

    def __init__(
        self,
        loop: Loop,
        params: list[float],
        x_data: Sequence[float],
        y_data: Sequence[float],
        lr: float,
    ) -> None:
        self.loop = loop
        self.params = params
        self.grads = [0.0] * len(params)
        # Not strict: a loop that takes x_data from elsewhere pairs what it has.
        samples = list(zip(x_data, y_data, strict=False))
        self.samples = {"all": samples, "reversed": samples[::-1], "first": samples[:1]}[loop.visit]
        self.n = len(samples)
        self.lr = lr

    def residual(self, sample: int) -> float:
        x, y = self.samples[sample]
        factors = self.loop.features(x)
        return sum(p * f for p, f in zip(self.params, factors, strict=True)) - y

    def loss_at(self, sample: int) -> float:
        return self.loop.loss(self.residual(sample), self.n)

    def epoch(self) -> list[float]:
        before, after = [], []
        for sample in range(len(self.samples)):
            before.append(self.loss_at(sample))
            earlier = list(self.grads)
            if self.loop.one_by_one:
                self.update_one_by_one(sample)
                after.append(self.loss_at(sample))
                continue
            self.backward(sample)
            if self.loop.steps == "sample":
                self.step(earlier if self.loop.stale else self.grads)
                self.zero(last=sample == len(self.samples) - 1)
            after.append(self.loss_at(sample))
        if self.loop.steps != "sample":
            share = self.n if self.loop.steps == "epoch mean" else 1
            self.step([grad / share for grad in self.grads])
            self.zero(last=True)
        return self.report(before, after)

    def backward(self, sample: int) -> None:
        """Add this sample's gradients to those already there, as autograd does."""
        if self.loop.steps == "epoch last" or self.loop.stale:
            self.grads = [0.0] * len(self.grads)
        slopes = (self.loop.slopes or self.loop.features)(self.samples[sample][0])
        outer = self.loop.loss_slope(self.residual(sample), self.n)
        self.grads = [g + outer * s for g, s in zip(self.grads, slopes, strict=True)]

    def update_one_by_one(self, sample: int) -> None:
        """Compute each gradient with the parameters that the ones before have already moved."""
        rate = self.lr * self.loop.factor
        slopes = (self.loop.slopes or self.loop.features)(self.samples[sample][0])
        for i in self.loop.one_by_one:
            outer = self.loop.loss_slope(self.residual(sample), self.n)
            self.params[i] -= rate * outer * slopes[i]

    def step(self, grads: Sequence[float]) -> None:
        rate = self.lr * self.loop.factor
        signs = [-1 if i in self.loop.climbs else 1 for i in range(len(grads))]
        self.params = [
            p if i in self.loop.frozen else p - signs[i] * rate * g
            for i, (p, g) in enumerate(zip(self.params, grads, strict=True))
        ]

    def zero(self, last: bool) -> None:
        # A stale step takes its gradient one sample later: it must survive until then.
        if self.loop.stale or (self.loop.zeroes == "every epoch" and not last):
            return
        kept = self.loop.keeps if last else self.loop.keeps | self.loop.late
        self.grads = [g if i in kept else 0.0 for i, g in enumerate(self.grads)]

    def report(self, before: list[float], after: list[float]) -> list[float]:
        if self.loop.log == "every":
            return before
        end = [self.loss_at(sample) for sample in range(len(self.samples))]
        return [
            {
                "last": before[-1],
                "last after": end[-1] if self.loop.steps != "sample" else after[-1],
                "first": before[0],
                "sum": sum(before),
                "mean": sum(before) / len(before),
                "mean at end": sum(end) / len(end),
                "sum at end": sum(end),
            }[self.loop.log]
        ]


#: Mistakes that every loop of this kind can contain, whatever its model.
COMMON_MISTAKES: dict[str, list[Edit]] = {
    "wrong_sign": [{"factor": -1.0}],
    # A step of 1/n of its length, or of any other constant share, which the search solves for.
    "wrong_lr": [{"loss_slope": lambda r, n: 2 * r / n}],
    "no_update": [{"factor": 0.0}],
    "missing_factor_2": [{"factor": 0.5}],
    "zero_before_step": [{"factor": 0.0}],
    "one_update_per_epoch": [
        {"steps": "epoch sum"},
        {"steps": "epoch mean"},
        {"steps": "epoch last"},
    ],
    "stale_gradient": [{"stale": True}],
    "restarts_each_epoch": [{"restarts": True}],
    "loss_after_update": [{"log": "last after"}],
    "first_sample_loss": [{"log": "first"}],
    "summed_loss": [{"log": "sum"}, {"log": "sum at end"}],
    "mean_loss": [{"log": "mean"}, {"log": "mean at end"}],
    "loss_every_sample": [{"log": "every"}],
    "halved_loss": [
        {"loss": lambda r, n: squared(r, n) / 2, "loss_slope": lambda r, _n: r},
        {"loss": lambda r, n: squared(r, n) / 2},
    ],
    "divided_by_n": [
        {"loss": lambda r, n: squared(r, n) / n, "loss_slope": lambda r, n: 2 * r / n},
        {"loss": lambda r, n: squared(r, n) / n},
    ],
    "abs_loss": [
        {"loss": lambda r, _n: abs(r), "loss_slope": lambda r, _n: float((r > 0) - (r < 0))},
        {"loss": lambda r, _n: abs(r)},
    ],
    "data_reversed": [{"visit": "reversed"}],
    "only_first_sample": [{"visit": "first"}],
    "missing_epoch": [{"surplus_epochs": -1}, {"skips_first": True}],
    "extra_epoch": [{"surplus_epochs": 1}, {"logs_start": True}],
}

#: The same where gradients are computed by hand: none is stored, to be zeroed too early.
MISTAKES_BY_HAND: dict[str, list[Edit]] = {
    mistake: edits for mistake, edits in COMMON_MISTAKES.items() if mistake != "zero_before_step"
}
