"""A training loop for one weight with a switch for every mistake that can be made in it.

Where `sgd` covers models that are linear in several parameters, this loop covers any model of one
weight, ŷ(w), and updates after groups of samples. The gradients of a group add up, as autograd
adds them: g ← g + ∂loss/∂ŷ·∂ŷ/∂w, then w ← w − lr·g/share and g ← 0.
The right loop is `Loop(predict, slope)`; a mistake is that loop with a few fields changed, so two
mistakes at once are two sets of changed fields. Float64, no autograd.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from tests.training.before.exercise import Edit
from tests.training.before.sgd import Rule, squared

#: What a model is computed from: x, or x and more.
Given: TypeAlias = tuple[float, ...]
Model: TypeAlias = Callable[[Given, float], float]


@dataclass(frozen=True)
class Sizes:
    """What a group's size and share can depend on: samples in the data, and the asked k."""

    n: int
    k: int = 1


@dataclass(frozen=True)
class Loop:
    """How to train; the defaults are right, with one update per sample.

    Attributes:
        predict: (what is given, w) -> ŷ.
        slope: (what is given, w) -> ∂ŷ/∂w.
        loss: (ŷ − y, number of samples) -> loss.
        loss_slope: (ŷ − y, number of samples) -> ∂loss/∂ŷ.
        visit: which samples, in which order.
        group: after how many samples an update comes.
        share: (samples in the sum, sizes) -> what the summed gradient is divided by.
        rest: what happens to a last group of an epoch that is not full; left in the sum, its
            gradients reach the next epoch's first group, carried over, its samples count there.
        zeroes: after which updates the gradient is zeroed.
        replaces: a sample's gradient replaces the sum; it is not added.
        stale: update with the gradient that was there before this backward pass.
        factor: what each update is multiplied by; −1 climbs, 0 stays.
        log: which loss an epoch reports.
        surplus_epochs: epochs run beyond the asked ones (negative: fewer).
        logs_start: report the loss at the start as well.
        skips_first: do not report the first epoch.
    """

    predict: Model
    slope: Model
    loss: Rule = squared
    loss_slope: Rule = lambda residual, _n: 2 * residual
    visit: Literal["all", "reversed", "first"] = "all"
    group: Callable[[Sizes], int] = lambda _sizes: 1
    share: Callable[[int, Sizes], float] = lambda _count, _sizes: 1
    rest: Literal["used", "dropped", "left in the sum", "carried over"] = "used"
    zeroes: Literal["every update", "every epoch", "never"] = "every update"
    replaces: bool = False
    stale: bool = False
    factor: float = 1.0
    log: Literal[
        "last",
        "first",
        "sum",
        "mean",
        "mean of groups",
        "mean of shares",
        "last group",
        "last after",
        "mean at end",
        "sum at end",
        "every",
    ] = "last"
    surplus_epochs: int = 0
    logs_start: bool = False
    skips_first: bool = False


def run(
    loop: Loop,
    w: float,
    given: Sequence[Given],
    y_data: Sequence[float],
    lr: float,
    epochs: int,
    k: int = 1,
) -> list[float]:
    """Train and return the curve that the loop reports.

    Args:
        loop: how to train.
        w: initial weight.
        given: what the model is computed from, one per sample.
        y_data: targets, shape (n,).
        lr: learning rate.
        epochs: how many rounds through the data to report.
        k: the asked size of a group.

    Returns:
        The reported losses: one per epoch, unless the loop's mistake is to report more or fewer.
    """
    training = _Training(loop, w, given, y_data, lr, k)
    curve = training.report([]) if loop.logs_start else []
    for _ in range(epochs + loop.surplus_epochs):
        curve += training.report(training.epoch())
    return curve[1:] if loop.skips_first else curve


class _Training:
    """The state of one run: the weight, and the gradient that has piled up for it."""

    def __init__(
        self,
        loop: Loop,
        w: float,
        given: Sequence[Given],
        y_data: Sequence[float],
        lr: float,
        k: int,
    ) -> None:
        self.loop = loop
        self.w = w
        # Not strict: a loop that takes one list from elsewhere pairs what it has.
        samples = list(zip(given, y_data, strict=False))
        self.samples = {"all": samples, "reversed": samples[::-1], "first": samples[:1]}[loop.visit]
        self.sizes = Sizes(len(samples), k)
        self.size = loop.group(self.sizes)
        self.lr = lr
        self.grad = 0.0
        self.earlier = 0.0
        self.count = 0  # samples whose gradients are in the sum

    def residual(self, sample: int) -> float:
        given, y = self.samples[sample]
        return self.loop.predict(given, self.w) - y

    def loss_at(self, sample: int) -> float:
        return self.loop.loss(self.residual(sample), self.sizes.n)

    def epoch(self) -> list[float]:
        """One round through the data.

        Returns:
            Each sample's loss before the update that its group leads to.
        """
        losses = []
        for sample in range(len(self.samples)):
            losses.append(self.loss_at(sample))
            self.backward(sample)
            if self.count == self.size:
                self.update()
        if self.count and self.loop.rest == "used":
            self.update()
        if self.loop.rest == "dropped" and self.count:
            self.grad = 0.0
        if self.loop.rest != "carried over":
            self.count = 0
        if self.loop.zeroes == "every epoch":
            self.grad = 0.0
        return losses

    def backward(self, sample: int) -> None:
        self.earlier = self.grad
        slope = self.loop.slope(self.samples[sample][0], self.w)
        grad = self.loop.loss_slope(self.residual(sample), self.sizes.n) * slope
        self.grad = grad if self.loop.replaces or self.loop.stale else self.grad + grad
        self.count += 1

    def update(self) -> None:
        grad = self.earlier if self.loop.stale else self.grad
        share = self.loop.share(self.count, self.sizes)
        self.w -= self.lr * self.loop.factor * grad / share
        self.count = 0
        if self.loop.zeroes == "every update" and not self.loop.stale:
            self.grad = 0.0

    def report(self, losses: list[float]) -> list[float]:
        """What the loop notes down for an epoch with these losses; none yet: the losses now."""
        end = [self.loss_at(sample) for sample in range(len(self.samples))]
        losses = losses or end
        if self.loop.log == "every":
            return losses
        groups = [losses[i : i + self.size] for i in range(0, len(losses), self.size)]
        means = [_mean(group) for group in groups]
        shares = [sum(group) / self.size for group in groups]
        return [
            {
                "last": losses[-1],
                "first": losses[0],
                "sum": sum(losses),
                "mean": _mean(losses),
                "mean of groups": _mean(means),
                "mean of shares": sum(shares) / len(losses),
                "last group": means[-1],
                "last after": end[-1],
                "mean at end": _mean(end),
                "sum at end": sum(end),
            }[self.loop.log]
        ]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


#: Mistakes that every loop of this kind can contain, whatever its model.
COMMON_MISTAKES: dict[str, list[Edit]] = {
    "no_zero_grad": [{"zeroes": "never"}, {"zeroes": "every epoch"}],
    "wrong_sign": [{"factor": -1.0}],
    "no_update": [{"factor": 0.0}],
    "missing_factor_2": [{"factor": 0.5}],
    "zero_before_step": [{"factor": 0.0}],
    "halved_loss": [
        {"loss": lambda r, n: squared(r, n) / 2, "loss_slope": lambda r, _n: r},
        {"loss": lambda r, n: squared(r, n) / 2},
    ],
    "abs_loss": [
        {"loss": lambda r, _n: abs(r), "loss_slope": lambda r, _n: float((r > 0) - (r < 0))},
        {"loss": lambda r, _n: abs(r)},
    ],
    "data_reversed": [{"visit": "reversed"}],
    "only_first_sample": [{"visit": "first"}],
    "missing_epoch": [{"surplus_epochs": -1}, {"skips_first": True}],
    "extra_epoch": [{"surplus_epochs": 1}, {"logs_start": True}],
    "loss_every_sample": [{"log": "every"}],
}

#: Mistakes where an update after each sample and the last sample's loss are asked for.
PER_SAMPLE_MISTAKES: dict[str, list[Edit]] = {
    # A step of 1/n of its length, or of any other constant share, which the search solves for.
    "wrong_lr": [{"loss_slope": lambda r, n: 2 * r / n}],
    "one_update_per_epoch": [
        {"group": lambda sizes: sizes.n},
        {"group": lambda sizes: sizes.n, "share": lambda count, _sizes: count},
        {"group": lambda sizes: sizes.n, "replaces": True},
    ],
    "stale_gradient": [{"stale": True}],
    "loss_after_update": [{"log": "last after"}],
    "first_sample_loss": [{"log": "first"}],
    "summed_loss": [{"log": "sum"}, {"log": "sum at end"}],
    "mean_loss": [{"log": "mean"}, {"log": "mean at end"}],
    "divided_by_n": [
        {"loss": lambda r, n: squared(r, n) / n, "loss_slope": lambda r, n: 2 * r / n},
        {"loss": lambda r, n: squared(r, n) / n},
    ],
}
