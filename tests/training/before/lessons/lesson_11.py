"""Lesson 11, the quadratic model of lesson 09 trained with a scalar autograd of one's own.

The lesson writes the loss as ŷ·(ŷ − 2y) + y², which is (ŷ − y)². It uses ŷ in two places, at
different depths of the graph, so that an engine which loses a path or takes nodes in the wrong
order shows it in the curve: the slope that arrives at ŷ is then not 2·(ŷ − y).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from tests.training.before.lessons import lesson_09
from tests.training.before.exercise import Edit, Inputs
from tests.training.before.sgd import squared

Three: TypeAlias = tuple[float, float, float]


def alike(slope: float) -> Three:
    """The same slope for the terms of w1, w2 and b."""
    return slope, slope, slope


@dataclass(frozen=True)
class Loop:
    """How to train; the defaults are right.

    Attributes:
        arrives: (ŷ, y) -> the slopes that the engine brings to the terms of w1, w2 and b.
        features: x -> the factors of w1, w2 and b in the prediction.
        slopes: x -> the factors from these terms to w1, w2 and b.
        loss_scale: what loss and slope are multiplied by.
        visit: which samples, in which order.
        keeps: indices of the parameters whose gradient is not zeroed after a step.
        zeroes: after which steps gradients are zeroed.
        steps: after which samples the parameters are updated.
        factor: what each update is multiplied by; −1 climbs, 0 stays.
        frozen: indices of the parameters that are never updated.
        log: which loss an epoch reports.
        surplus_epochs: epochs run beyond the asked ones (negative: fewer).
    """

    arrives: Callable[[float, float], Three] = lambda y_pred, y: alike(2 * (y_pred - y))
    features: Callable[[float], Three] = lambda x: (x**2, x, 1.0)
    slopes: Callable[[float], Three] = lambda x: (x**2, x, 1.0)
    loss_scale: float = 1.0
    visit: Literal["all", "reversed", "first"] = "all"
    keeps: frozenset[int] = frozenset()
    zeroes: Literal["every step", "every epoch"] = "every step"
    steps: Literal["sample", "epoch"] = "sample"
    factor: float = 1.0
    frozen: frozenset[int] = frozenset()
    log: Literal["last", "last after", "first", "sum", "mean", "every"] = "last"
    surplus_epochs: int = 0


def simulate(inputs: Inputs, edit: Edit) -> list[float]:
    """The curve of a loop with a mistake in it; the oracle's where `edit` is empty."""
    loop = replace(Loop(), **edit)
    training = _Training(loop, [inputs[name] for name in ("w1", "w2", "b")], inputs["lr"])
    samples = list(zip(inputs["x_data"], inputs["y_data"], strict=False))
    samples = {"all": samples, "reversed": samples[::-1], "first": samples[:1]}[loop.visit]
    curve: list[float] = []
    for _ in range(inputs["epochs"] + loop.surplus_epochs):
        curve += training.epoch(samples)
    return curve


class _Training:
    """The state of one run: parameters, and the gradients that have piled up for them."""

    def __init__(self, loop: Loop, params: list[float], lr: float) -> None:
        self.loop = loop
        self.params = params
        self.grads = [0.0] * len(params)
        self.lr = lr

    def predict(self, x: float) -> float:
        return sum(p * f for p, f in zip(self.params, self.loop.features(x), strict=True))

    def loss(self, x: float, y: float) -> float:
        return self.loop.loss_scale * squared(self.predict(x) - y)

    def epoch(self, samples: Sequence[tuple[float, float]]) -> list[float]:
        before = []
        for number, (x, y) in enumerate(samples, start=1):
            before.append(self.loss(x, y))
            self.backward(x, y)
            if self.loop.steps == "sample" or number == len(samples):
                self.step()
                self.zero(last=number == len(samples))
        if self.loop.log == "every":
            return before
        return [
            {
                "last": before[-1],
                "last after": self.loss(*samples[-1]),
                "first": before[0],
                "sum": sum(before),
                "mean": sum(before) / len(before),
            }[self.loop.log]
        ]

    def backward(self, x: float, y: float) -> None:
        scale, slopes = self.loop.loss_scale, self.loop.slopes(x)
        arrived = self.loop.arrives(self.predict(x), y)
        self.grads = [
            g + scale * a * s for g, a, s in zip(self.grads, arrived, slopes, strict=True)
        ]

    def step(self) -> None:
        rate = self.lr * self.loop.factor
        self.params = [
            p if i in self.loop.frozen else p - rate * g
            for i, (p, g) in enumerate(zip(self.params, self.grads, strict=True))
        ]

    def zero(self, last: bool) -> None:
        if self.loop.zeroes == "every epoch" and not last:
            return
        self.grads = [g if i in self.loop.keeps else 0.0 for i, g in enumerate(self.grads)]


def pushed_twice(first: float, second: float) -> Three:
    """What arrives when ŷ passes on twice, and every number behind it passes on all it has so far.

    The graph is ŷ = (w1·x² + w2·x) + b: the terms of w1 and w2 lie one sum further back than b,
    and there `first` is passed on once more.

    Args:
        first: slope at ŷ when it is reached for the first time.
        second: slope at ŷ when it is reached again.
    """
    return 3 * first + second, 3 * first + second, first + second


EXERCISE = replace(
    lesson_09.EXERCISE,
    id="11-own-backward",
    lesson="11_build_autograd",
    points=5,
    forbids="torch",
    simulate=simulate,
    mistakes={
        # ŷ·(ŷ − 2y): one path brings ŷ − 2y to ŷ directly, the other brings ŷ through ŷ − 2y.
        "overwrites_gradient": [{"arrives": lambda y_pred, _y: alike(y_pred)}],
        "wrong_order": [{"arrives": lambda y_pred, y: alike(y_pred - 2 * y)}],
        "pushes_again": [
            {"arrives": lambda y_pred, y: pushed_twice(y_pred - 2 * y, 2 * (y_pred - y))},
            {"arrives": lambda y_pred, y: pushed_twice(y_pred, 2 * (y_pred - y))},
            {"arrives": lambda y_pred, y: pushed_twice(2 * (y_pred - y), 2 * (y_pred - y))},
        ],
        "missing_local_gradient": [
            {"arrives": lambda _y_pred, _y: alike(2.0), "slopes": lambda _x: alike(1.0)}
        ],
        "missing_upstream": [{"arrives": lambda _y_pred, _y: alike(1.0)}],
        "no_zero_grad": [{"keeps": frozenset({0, 1, 2})}, {"zeroes": "every epoch"}],
        "zero_some_params": [{"keeps": some} for some in lesson_09.SOME],
        "frozen_param": [{"frozen": some} for some in lesson_09.SOME],
        "wrong_sign": [{"factor": -1.0}],
        "no_update": [{"factor": 0.0}],
        "zero_before_step": [{"factor": 0.0}],
        "one_update_per_epoch": [{"steps": "epoch"}],
        "loss_after_update": [{"log": "last after"}],
        "first_sample_loss": [{"log": "first"}],
        "summed_loss": [{"log": "sum"}],
        "mean_loss": [{"log": "mean"}],
        "loss_every_sample": [{"log": "every"}],
        "halved_loss": [{"loss_scale": 0.5}],
        "swapped_w1_w2": [
            {"features": lambda x: (x, x**2, 1.0), "slopes": lambda x: (x, x**2, 1.0)}
        ],
        "no_bias": [{"features": lambda x: (x**2, x, 0.0), "slopes": lambda x: (x**2, x, 0.0)}],
        "data_reversed": [{"visit": "reversed"}],
        "only_first_sample": [{"visit": "first"}],
        "missing_epoch": [{"surplus_epochs": -1}],
        "extra_epoch": [{"surplus_epochs": 1}],
    },
)
