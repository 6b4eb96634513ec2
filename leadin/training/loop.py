"""The one training loop, with a field for every way in which a loop can go wrong.

The gradients of a group of samples add up, as autograd adds them; then comes an update. The
defaults are right: one update a sample, and the loss of an epoch's last sample before its update.
A mistake is this loop, or its model, with a few fields changed; two mistakes at once are two sets
of changed fields. What a model computes stands in `models`.
"""

from collections.abc import Callable, Mapping, Sequence, Sized
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, TypeAlias

#: Arguments of a student's function by name, in the order of its signature: lists of floats for
#: data, floats, and an int for the number of epochs.
Inputs: TypeAlias = dict[str, Any]
Curve: TypeAlias = list[float]
#: Arguments that have a value for each sample, or row of a batch.
PER_SAMPLE = ("x_data", "y_data", "depths")
#: Arguments that parameters of other names start from.
START = ("noise",)
#: Data that are never trained with, and the names that they have where they are.
HELD_OUT = {"x_data": "x_val", "y_data": "y_val"}


@dataclass(frozen=True)
class Sizes:
    """What a loss or a share can depend on.

    Attributes:
        n: samples in the data.
        k: samples that an update is asked to come after.
        outputs: numbers that the model predicts for a sample.
    """

    n: int
    k: int = 1
    outputs: int = 1


#: What can be reported where the only batch was left out: a sum of nothing, or held-out rows.
NEEDS_NO_SAMPLE = ("mean of all rows", "sum of rows", "held out", "held out by k")

#: (one number of ŷ, its target y, sizes) -> its share of the loss, or of ∂loss/∂ŷ.
Rule: TypeAlias = Callable[[float, float, Sizes], float]
#: The same of ŷ − y: (one number of it, sizes) -> its share.
ErrorRule: TypeAlias = Callable[[float, Sizes], float]
#: (one number of a parameter, its gradient, rate, loss of the sample) -> that number after a step.
Move: TypeAlias = Callable[[float, float, float, float], float]
#: (number of a parameter, its gradient) -> what is descended instead; it may remember earlier ones.
Direction: TypeAlias = Callable[[int, Any], Any]


class Model(Protocol):
    """What is trained. Parameters, samples and what a forward pass leaves are the model's own."""

    @property
    def names(self) -> tuple[str, ...]:
        """The parameters; their initial values have the same names among the inputs."""

    def arithmetic(self) -> AbstractContextManager[object]:
        """What a run is computed in; in it, numbers may grow beyond bounds without a remark."""

    def start(self, inputs: Inputs) -> list[Any]:
        """The initial parameters, in the order of the names."""

    def samples(self, inputs: Inputs) -> list[Any]:
        """What the loop visits, in the order of the data."""

    def outputs(self, inputs: Inputs) -> int:
        """How many numbers are predicted for a sample."""

    def forward(self, params: list[Any], sample: Any) -> Any:
        """What a forward pass leaves for the loss and the backward pass."""

    def loss(self, passed: Any, sample: Any, rule: Rule, sizes: Sizes) -> float:
        """The loss of a sample, summed over its outputs."""

    def predicted(self, passed: Any) -> float:
        """The first number that a forward pass predicts."""

    def backward(
        self, params: list[Any], sample: Any, passed: Any, slope: Rule, sizes: Sizes, rate: float
    ) -> list[Any]:
        """A sample's gradients, in the order of the names; `rate` is that of the coming step."""

    def moved(self, value: Any, gradient: Any, rate: float) -> Any:
        """A parameter, `rate` times a gradient further on."""

    def each(self, function: Callable[[float, float], float], value: Any, gradient: Any) -> Any:
        """A parameter after a step of another kind, number by number."""


def squared(y_pred: float, y: float, _sizes: Sizes) -> float:
    """(ŷ − y)², without an error for a prediction that has grown beyond bounds."""
    return (y_pred - y) * (y_pred - y)


def twice(y_pred: float, y: float, _sizes: Sizes) -> float:
    """2·(ŷ − y), the slope of the squared error."""
    return 2 * (y_pred - y)


def of_error(rule: ErrorRule) -> Rule:
    """A rule that knows of a prediction and its target only ŷ − y."""
    return lambda y_pred, y, sizes: rule(y_pred - y, sizes)


@dataclass(frozen=True)
class Loop:
    """How to train; the defaults are right.

    Attributes:
        loss: the loss that is reported.
        loss_slope: the slope that is descended.
        visit: which samples, in which order.
        breaks: leave each epoch after the first sample; what is reported may still be of all.
        exchanged: the loop over samples stands around the one over epochs: a value per sample.
        group: after which samples an update comes: each, k of them, or all of an epoch.
        share: what a group's summed gradient is divided by: nothing, the samples that are in it,
            k, or n.
        rest: what happens to a last group of an epoch that is not full; left in the sum, its
            gradients reach the next epoch's first group, carried over, its samples count there.
        ends: when a group is full: with its last sample, or with those at the places 0, k, 2k ….
        counted: what the samples in the sum are counted anew for: each group, each epoch, or once.
        replaces: a sample's gradient replaces the sum; it is not added.
        stale: update with the gradient that was there before this backward pass.
        one_by_one: order in which parameters are updated, each before the gradient of the next one
            is computed; empty means that all gradients come first.
        zeroes: after which updates gradients are zeroed; later steps are those after epoch 0.
        leaves: share of a gradient that zeroing leaves in it, as an optimizer's momentum does.
        keeps: names of the parameters whose gradient is never zeroed.
        late: names of the parameters whose gradient is zeroed at the end of an epoch only.
        factor: what each update is multiplied by; −1 climbs, 0 stays.
        frozen: names of the parameters that are never updated.
        climbs: names of the parameters that move up the slope instead of down.
        rates: by parameter, what its steps alone are multiplied by.
        move: how a number of a parameter steps; None means by −rate·gradient.
        optimizer: makes, for a run, what is descended instead of the gradient; None means nothing.
        restarts: begin every epoch with the initial parameters.
        idle_epochs: epochs before the first one that updates.
        reads: what the loop makes of its arguments before it begins; None means nothing.
        log: which loss an epoch reports, of the samples' losses before their updates unless it
            says otherwise; or that of the held-out data at the end, in one batch or as the mean of
            batches of k; or the last prediction, or the first number of the first parameter, of
            its gradient, or of the last target. Where samples are batches, each one's mean loss
            can count once for each of its rows; `mean of all rows` divides by those rows too that
            no batch has.
        reports_with: what is made of the model for the losses that are computed at an epoch's end;
            None means nothing.
        surplus_epochs: epochs run beyond the asked ones (negative: fewer).
        logs_start: report the loss at the start as well.
        skips_first: do not report the first epoch.
        returns: what the loop makes of the curve in the end; None means nothing.
    """

    loss: Rule = squared
    loss_slope: Rule = twice
    visit: Literal["all", "reversed", "first"] = "all"
    breaks: bool = False
    exchanged: bool = False
    group: Literal["sample", "k", "epoch"] = "sample"
    share: Literal["none", "count", "k", "n"] = "none"
    rest: Literal["used", "dropped", "left in the sum", "carried over"] = "used"
    ends: Literal["full", "early"] = "full"
    counted: Literal["group", "epoch", "run"] = "group"
    replaces: bool = False
    stale: bool = False
    one_by_one: tuple[str, ...] = ()
    zeroes: Literal["every step", "later steps", "every epoch", "never"] = "every step"
    leaves: float = 0.0
    keeps: frozenset[str] = frozenset()
    late: frozenset[str] = frozenset()
    factor: float = 1.0
    frozen: frozenset[str] = frozenset()
    climbs: frozenset[str] = frozenset()
    rates: Mapping[str, float] = field(default_factory=dict)
    move: Move | None = None
    optimizer: Callable[[], Direction] | None = None
    restarts: bool = False
    idle_epochs: int = 0
    reads: Callable[[Inputs], Inputs] | None = None
    log: Literal[
        "last",
        "first",
        "sum",
        "mean",
        "mean of groups",
        "mean of shares",
        "last group",
        "sum of last group",
        "last after",
        "mean at end",
        "sum at end",
        "mean of rows",
        "mean of all rows",
        "mean of rows at end",
        "sum of rows",
        "rows over batches",
        "batches over rows",
        "held out",
        "held out by k",
        "every",
        "second",
        "next to last",
        "largest",
        "smallest",
        "prediction",
        "parameter",
        "gradient",
        "target",
    ] = "last"
    reports_with: Callable[[Model], Model] | None = None
    surplus_epochs: int = 0
    logs_start: bool = False
    skips_first: bool = False
    returns: Callable[[Curve], Curve] | None = None


def train(loop: Loop, model: Model, inputs: Inputs) -> Curve:
    """Train and return the curve that the loop reports.

    Args:
        loop: how to train.
        model: what to train.
        inputs: the data, the initial parameters, `lr`, `epochs` and, where groups are of k samples,
            `k`.

    Returns:
        The reported losses: one per epoch, unless the loop's mistake is to report more or fewer;
        none where a loop meets matrices that don't fit together.
    """
    try:
        with model.arithmetic():
            return _train(loop, model, inputs)
    except ValueError:
        return []


def _train(loop: Loop, model: Model, inputs: Inputs) -> Curve:
    if loop.reads:
        inputs = loop.reads(inputs)
    if not all(inputs[name] for name in PER_SAMPLE if name in inputs):
        return []  # what is read may leave out the only sample
    training = Training(loop, model, inputs)
    if not (training.samples or loop.log in NEEDS_NO_SAMPLE):
        return []
    if loop.exchanged:
        return _train_sample_by_sample(training, inputs["epochs"])
    curve = training.report(training.losses()) if loop.logs_start else []
    for epoch in range(inputs["epochs"] + loop.surplus_epochs):
        losses = training.losses() if epoch < loop.idle_epochs else training.epoch()
        curve += training.report(losses)
        if loop.restarts:
            training = Training(loop, model, inputs)
    if loop.skips_first:
        curve = curve[1:]
    return loop.returns(curve) if loop.returns else curve


def _train_sample_by_sample(training: "Training", epochs: int) -> Curve:
    """All epochs with the first sample, then all with the next one."""
    curve = []
    for sample in training.samples:
        losses = [loss for _ in range(epochs) for loss in training.epoch([sample])]
        curve += training.report(losses)
    return curve


class Training:
    """The state of one run: the parameters, and the gradients that have piled up for them."""

    def __init__(self, loop: Loop, model: Model, inputs: Inputs) -> None:
        self.loop = loop
        self.model = model
        self.reporter = loop.reports_with(model) if loop.reports_with else model
        self.params = model.start(inputs)
        # A net of any depth names more parameters than one of few layers has.
        self.names = model.names[: len(self.params)]
        samples = model.samples(inputs)
        self.samples = {"all": samples, "reversed": samples[::-1], "first": samples[:1]}[loop.visit]
        self.rows = len(inputs["x_data"])
        held_out = {"held out": _held_out, "held out by k": _held_out_by_k}.get(loop.log)
        self.held_out = model.samples(held_out(inputs)) if held_out else []
        self.sizes = Sizes(len(samples), inputs.get("k", 1), model.outputs(inputs))
        self.size = {"sample": 1, "k": self.sizes.k, "epoch": self.sizes.n}[loop.group]
        self.rate = inputs["lr"] * loop.factor
        self.moves = [
            (i, (self.rate if name in loop.climbs else -self.rate) * loop.rates.get(name, 1.0))
            for i, name in enumerate(self.names)
            if name not in loop.frozen
        ]
        self.direction = loop.optimizer() if loop.optimizer else None
        # A gradient that is None is zero: nothing has been added to it yet.
        self.none = [None] * len(self.names)
        self.grads: list[Any] = self.none
        self.earlier: list[Any] = self.none
        self.count = 0  # samples whose gradients are in the sum
        self.last: Any = None  # what the last forward pass left
        self.latest: list[Any] = [0.0]  # the last sample's gradients
        shares = {"none": 1, "count": None, "k": self.sizes.k, "n": self.sizes.n}
        self.share = shares[loop.share]
        self.kept_by_steps = self._kept(loop.zeroes == "every step", loop.keeps | loop.late)
        self.kept_by_epochs = self._kept(loop.zeroes != "never", loop.keeps)

    def _kept(self, zeroes: bool, names: frozenset[str]) -> list[bool]:
        """Which gradients stay when others are zeroed."""
        # A stale step takes its gradient one sample later: it must survive until then.
        zeroes = zeroes and not self.loop.stale
        return [not zeroes or name in names for name in self.names]

    def loss(self, sample: Any) -> float:
        """The loss of a sample with the parameters of now."""
        passed = self.last = self.reporter.forward(self.params, sample)
        return self.reporter.loss(passed, sample, self.loop.loss, self.sizes)

    def losses(self) -> Curve:
        """The losses of all samples with the parameters of now."""
        return [self.loss(sample) for sample in self.samples]

    def epoch(self, samples: Sequence[Any] = ()) -> Curve:
        """One round through the data.

        Args:
            samples: those that it visits; none for all.

        Returns:
            Each sample's loss before the update that its group leads to.
        """
        loop, model, params, sizes = self.loop, self.model, self.params, self.sizes
        losses = []
        for place, sample in enumerate(samples or self.samples[: 1 if loop.breaks else None]):
            passed = self.last = model.forward(params, sample)
            losses.append(model.loss(passed, sample, loop.loss, sizes))
            if loop.one_by_one:
                self.update_one_by_one(sample)
                continue
            self.collect(model.backward(params, sample, passed, loop.loss_slope, sizes, self.rate))
            if place % self.size == 0 if loop.ends == "early" else self.count == self.size:
                self.update(losses[-1])
        self.end_epoch(losses)
        return losses

    def collect(self, grads: list[Any]) -> None:
        """Add a sample's gradients to those already there, as autograd does."""
        self.earlier, self.latest = self.grads, grads
        if not (self.grads is self.none or self.loop.replaces or self.loop.stale):
            grads = [
                new if old is None else self.model.moved(new, old, 1.0)
                for new, old in zip(grads, self.grads, strict=True)
            ]
        self.grads = grads
        self.count += 1

    def update(self, loss: float) -> None:
        """Move the parameters by what has been collected; `loss` is the last sample's."""
        grads = self.earlier if self.loop.stale else self.grads
        share = self.share or self.count
        for i, rate in self.moves:
            if grads[i] is not None:
                gradient = self.direction(i, grads[i]) if self.direction else grads[i]
                self.params[i] = self._step(self.params[i], gradient, rate / share, loss)
        if self.loop.counted == "group":
            self.count = 0
        self.zero(self.kept_by_steps)

    def _step(self, value: Any, gradient: Any, rate: float, loss: float) -> Any:
        move = self.loop.move
        if move is None:
            return self.model.moved(value, gradient, rate)
        return self.model.each(lambda v, g: move(v, g, -rate, loss), value, gradient)

    def update_one_by_one(self, sample: Any) -> None:
        """Compute each gradient with the parameters that the ones before have already moved."""
        loop, model, params = self.loop, self.model, self.params
        for name in loop.one_by_one:
            passed = model.forward(params, sample)
            grads = model.backward(params, sample, passed, loop.loss_slope, self.sizes, self.rate)
            i = model.names.index(name)
            params[i] = model.moved(params[i], grads[i], -self.rate)

    def end_epoch(self, losses: Curve) -> None:
        """Deal with a group that is not full, and zero what is zeroed once an epoch."""
        if self.count and self.loop.rest == "used":
            self.update(losses[-1])
        if self.count and self.loop.rest == "dropped":
            self.grads = self.none
        if self.loop.rest != "carried over" and self.loop.counted != "run":
            self.count = 0
        if self.loop.zeroes == "every epoch" or self.loop.late:
            self.zero(self.kept_by_epochs)
        if self.loop.zeroes == "later steps":
            self.kept_by_steps = self._kept(True, self.loop.keeps)

    def zero(self, kept: list[bool]) -> None:
        """Zero the gradients that are not kept."""
        if self.loop.leaves:
            self.grads = [
                grad if grad is None else self.model.moved(grad, grad, self.loop.leaves - 1)
                for grad in self.grads
            ]
        elif not any(kept):
            self.grads = self.none
        elif not all(kept):
            self.grads = [
                grad if stays else None for grad, stays in zip(self.grads, kept, strict=True)
            ]

    def report(self, losses: Curve) -> Curve:
        """What the loop notes down for an epoch with these losses."""
        groups = range(0, len(losses), self.size)
        match self.loop.log:
            case "last":
                return losses[-1:]
            case "first":
                return losses[:1]
            case "every":
                return losses
            case "second":
                return losses[:2][-1:]
            case "next to last":
                return losses[-2:][:1]
            case "largest":
                return [max(losses)]
            case "smallest":
                return [min(losses)]
            case "prediction":
                return [self.model.predicted(self.last)]
            case "parameter":
                return [_first_number(self.params[0])]
            case "gradient":
                return [_first_number(self.latest[0])]
            case "target":
                return [_first_number(self.samples[-1][-1])]
            case "sum":
                return [sum(losses)]
            case "mean":
                return [_mean(losses)]
            case "mean of groups":
                return [_mean([_mean(losses[i : i + self.size]) for i in groups])]
            case "mean of shares":
                shares = [sum(losses[i : i + self.size]) / self.size for i in groups]
                return [sum(shares) / len(losses)]
            case "last group":
                return [_mean(losses[groups[-1] :])]
            case "sum of last group":
                return [sum(losses[groups[-1] :]) / len(losses)]
            case "last after":
                return [self.loss(self.samples[-1])]
            case "mean at end":
                return [_mean(self.losses())]
            case "sum at end":
                return [sum(self.losses())]
            case "mean of rows":
                return [self._over_rows(losses) / sum(self._rows(losses))]
            case "mean of all rows":
                return [self._over_rows(losses) / self.rows]
            case "mean of rows at end":
                return [self._over_rows(self.losses()) / self.rows]
            case "sum of rows":
                return [self._over_rows(losses)]
            case "rows over batches":
                return [self._over_rows(losses) / len(losses)]
            case "batches over rows":
                return [sum(losses) / self.rows]
            case "held out" | "held out by k":
                losses = [self.loss(sample) for sample in self.held_out]
                return [_mean(losses)] if losses else []

    def _rows(self, losses: Curve) -> list[int]:
        """How many rows each batch has that gave a loss."""
        return [len(batch[0]) for batch in self.samples[: len(losses)]]

    def _over_rows(self, losses: Curve) -> float:
        """The sum over the rows of batches, whose losses are means."""
        pairs = zip(losses, self._rows(losses), strict=True)
        return sum(loss * rows for loss, rows in pairs)


def _held_out_by_k(inputs: Inputs) -> Inputs:
    """Inputs with the held-out data in the place of those to train with."""
    return {**inputs, **{name: inputs[other] for name, other in HELD_OUT.items()}}


def _held_out(inputs: Inputs) -> Inputs:
    """The same, all in one batch."""
    held_out = _held_out_by_k(inputs)
    return {**held_out, "k": len(held_out["x_data"])}


def _first_number(value: Any) -> float:
    while isinstance(value, Sized):
        value = value[0]  # type: ignore[index]
    return float(value)


def _mean(values: Curve) -> float:
    return sum(values) / len(values)
