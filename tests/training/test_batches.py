"""Nets on batches: gradients are the slopes of their loss, and each field does what it says."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
import torch

from leadin.training.batches import IDENTITY, RELU, SIGMOID, TANH, Net, cross_entropy, missed
from leadin.training.loop import Inputs, Loop, Sizes, Training, squared, train, twice
from leadin.training.mistakes import COMMON, common_in_batches
from leadin.training.models import TANH as TANH_OF_A_NUMBER
from leadin.training.models import TwoLayers
from leadin.training.optimizers import adam, forgetful, momentum
from tests.training.test_models import STEP, nudged, numbers

CLASSES = Loop(loss=cross_entropy, loss_slope=missed)
#: Two rows that are predicted as 1 and 2 by w = 1, with residuals −1 and 1: 2·r·x is −2 and 4.
PAPER: Inputs = {"x_data": [[1.0], [2.0]], "y_data": [2.0, 1.0], "w": [[1.0]], "b": [0.0]}
LINE = Net(("w", "b"), hidden=IDENTITY)

#: A weight of zero, which stays: the losses of the rows are 1, 3 and 9, in batches of two.
STILL: Inputs = {
    "x_data": [[1.0]] * 3,
    "y_data": [[1.0], [3**0.5], [3.0]],
    "x_val": [[1.0]] * 3,
    "y_val": [[2.0], [1.0], [1.0]],
    "w": [[0.0]],
    "lr": 0.0,
    "epochs": 1,
    "k": 2,
}


def drawn(widths: tuple[int, ...], rows: int = 5, classes: bool = False) -> Inputs:
    rng = np.random.default_rng(0)
    inputs: Inputs = {"x_data": rng.normal(size=(rows, widths[0])).tolist()}
    y_data = rng.normal(size=(rows, widths[-1])).tolist()
    inputs["y_data"] = [i % widths[-1] for i in range(rows)] if classes else y_data
    for i, (n, m) in enumerate(pairwise(widths), start=1):
        inputs[f"w{i}"] = rng.normal(size=(m, n)).tolist()
        inputs[f"b{i}"] = rng.normal(size=m).tolist()
    return inputs | {"lr": 0.1, "epochs": 3}


def names(layers: int) -> tuple[str, ...]:
    return tuple(f"{kind}{i}" for i in range(1, layers + 1) for kind in "wb")


def slopes(training: Training, sample: Any, loss: Loop) -> list[float]:
    """The slopes of the loss for each number of each parameter, by finite differences."""
    found, params = [], training.params
    for i, value in enumerate(list(params)):
        for low, high in nudged(value):
            params[i] = low
            below = training.model.loss(
                training.model.forward(params, sample), sample, loss.loss, training.sizes
            )
            params[i] = high
            above = training.model.loss(
                training.model.forward(params, sample), sample, loss.loss, training.sizes
            )
            found.append((above - below) / (2 * STEP))
        params[i] = value
    return found


@pytest.mark.parametrize(
    ("net", "widths", "loop"),
    [
        (Net(), (2, 3, 2), Loop()),
        (Net(hidden=SIGMOID, over="numbers"), (3, 2, 2), Loop()),
        (Net(names(4), hidden=RELU, over="nothing"), (2, 4, 3, 4, 1), Loop()),
        (Net(output=TANH, over="first"), (2, 2, 2), Loop()),
        (Net(over="last"), (2, 1, 1), Loop()),
        (Net(hidden=IDENTITY), (1, 1, 1), Loop()),
        (Net(softmax="shifted"), (2, 4, 3), CLASSES),
        (Net(softmax="plain", over="outputs"), (2, 4, 3), CLASSES),
        # Whoever gives probabilities to a loss that makes probabilities of them.
        (Net(softmax="twice", again=True), (2, 4, 3), CLASSES),
    ],
)
def test_gradients_are_the_slopes_of_the_loss(
    net: Net, widths: tuple[int, ...], loop: Loop
) -> None:
    training = Training(loop, net, drawn(widths, classes=net.softmax != "none"))
    (sample,) = training.samples
    passed = net.forward(training.params, sample)
    grads = net.backward(training.params, sample, passed, loop.loss_slope, training.sizes, 0.1)
    assert numbers(grads) == pytest.approx(slopes(training, sample, loop), rel=1e-5, abs=1e-6)


def test_a_batch_of_one_row_trains_as_one_sample_does() -> None:
    inputs = drawn((2, 3, 2), rows=1)
    alone = TwoLayers(("w1", "b1", "w2", "b2"), hidden=TANH_OF_A_NUMBER)
    assert train(Loop(), Net(), inputs) == pytest.approx(train(Loop(), alone, inputs))


@pytest.mark.parametrize(
    ("edit", "first_two"),
    [
        # The gradient of w is (−2 + 4)/2 = 1 and that of b is 0; then w = 0.9.
        ({}, [1.0, (1.1**2 + 0.8**2) / 2]),
        ({"over": "nothing"}, [2.0, 1.2**2 + 0.6**2]),
        ({"slope_over": "nothing"}, [1.0, (1.2**2 + 0.6**2) / 2]),
        ({"over": "last", "slope_over": "rows"}, [1.0, 0.8**2]),
        ({"gathers_weight": "mean"}, [1.0, (1.05**2 + 0.9**2) / 2]),
        # b moves by −0.1 with the last row's share, by 0.1 with the first one's.
        ({"gathers_bias": "last"}, [1.0, (1.2**2 + 0.7**2) / 2]),
        ({"gathers_bias": "first"}, [1.0, (1.0 + 0.9**2) / 2]),
        ({"ones": frozenset({"w"})}, [1.0, 1.0]),
        # Each row for itself, and the last one's loss: w and b are 1 and 0, 1.2 and 0.2, 0.56 and
        # −0.12, 0.872 and 0.192.
        ({"batch": "one"}, [1.6**2, 0.936**2]),
    ],
)
def test_two_epochs_on_paper(edit: dict[str, Any], first_two: list[float]) -> None:
    curve = train(Loop(), replace(LINE, **edit), {**PAPER, "lr": 0.1, "epochs": 2})
    assert curve == pytest.approx(first_two)


def test_targets_of_the_wrong_shape_are_stretched_as_torch_does() -> None:
    """(n, 1) minus (n,): each row meets each target, and the mean is over all pairs."""
    w, b = torch.tensor([[1.0]]).requires_grad_(), torch.tensor([0.5]).requires_grad_()
    x, y = torch.tensor(PAPER["x_data"]), torch.tensor(PAPER["y_data"])
    loss = ((x @ w.T + b - y) ** 2).mean()
    loss.backward()
    loop = Loop(
        loss=lambda p, y, sizes: squared(p, y.T, sizes),  # type: ignore[attr-defined]
        loss_slope=lambda p, y, sizes: twice(p, y.T, sizes),  # type: ignore[attr-defined]
    )
    net = replace(LINE, over="numbers")
    training = Training(loop, net, {**PAPER, "b": [0.5], "lr": 0.1})
    (sample,) = training.samples
    passed = net.forward(training.params, sample)
    assert net.loss(passed, sample, loop.loss, training.sizes) == pytest.approx(loss.item())
    grads = net.backward(training.params, sample, passed, loop.loss_slope, training.sizes, 0.1)
    assert numbers(grads) == pytest.approx([w.grad.item(), b.grad.item()])


def test_matrices_that_do_not_fit_give_no_curve() -> None:
    assert train(Loop(), Net(), {**drawn((2, 3, 2)), "x_data": [[1.0, 2.0, 3.0]] * 5}) == []
    assert train(Loop(), Net(through="W transposed"), drawn((2, 3, 2))) == []
    assert train(CLASSES, Net(softmax="shifted"), drawn((2, 3, 2))) == [], "targets are no classes"
    assert train(Loop(), Net(batch="one"), {**drawn((2, 3, 2)), "y_data": [[1.0, 2.0]]}) == []
    assert len(train(Loop(), Net(through="W transposed"), drawn((2, 2, 2)))) == 3


def test_a_rule_for_single_numbers_does_for_a_batch() -> None:
    for edit in COMMON["abs_loss"] + COMMON["same_sign_slope"]:
        assert len(train(replace(Loop(), **edit), Net(), drawn((2, 3, 2)))) == 3  # type: ignore[arg-type]
    for edit in COMMON["misused_rate"]:
        assert len(train(replace(Loop(), **edit), Net(), drawn((2, 3, 2)))) == 3  # type: ignore[arg-type]


def test_batches_of_k_rows_come_in_order_and_the_last_may_be_smaller() -> None:
    inputs = {**drawn((2, 3, 1), rows=5), "k": 2}
    rows = [len(batch.x) for batch in Net(batch="k").samples(inputs)]
    assert rows == [2, 2, 1]
    assert [len(batch.x) for batch in Net(batch="k", partial="dropped").samples(inputs)] == [2, 2]
    second = Net(batch="k").samples(inputs)[1]
    assert second.x.tolist() == inputs["x_data"][2:4]
    # Alone in its epoch, the only batch can't be left out.
    assert train(Loop(), Net(batch="k", partial="dropped"), {**inputs, "k": 6}) == []


@pytest.mark.parametrize(
    ("log", "edit", "loss"),
    [
        ("mean", {}, (2 + 9) / 2),
        ("mean of rows", {}, (1 + 3 + 9) / 3),
        ("mean of rows", {"partial": "dropped"}, (1 + 3) / 2),
        ("mean of all rows", {}, (1 + 3 + 9) / 3),
        ("mean of all rows", {"partial": "dropped"}, (1 + 3) / 3),
        ("mean of rows at end", {}, (1 + 3 + 9) / 3),
        ("sum of rows", {}, 1 + 3 + 9),
        ("rows over batches", {}, (1 + 3 + 9) / 2),
        ("batches over rows", {}, (2 + 9) / 3),
        ("held out", {}, (4 + 1 + 1) / 3),
        ("held out by k", {}, (2.5 + 1) / 2),
        ("held out by k", {"partial": "dropped"}, 2.5),
    ],
)
def test_what_is_reported_of_batches_that_are_not_alike(
    log: Any, edit: dict[str, Any], loss: float
) -> None:
    net = Net(names=("w",), batch="k", **edit)
    assert train(Loop(log=log), net, STILL) == [pytest.approx(loss)]


def test_an_epoch_without_a_batch_adds_nothing_up_and_still_looks_at_held_out_rows() -> None:
    net = Net(names=("w",), batch="k", partial="dropped")
    large = {**STILL, "k": 4}
    assert train(Loop(log="mean of all rows"), net, large) == [0.0]
    assert train(Loop(log="held out"), net, large) == [pytest.approx(2)]
    assert train(Loop(log="mean of rows"), net, large) == []


def test_nothing_is_reported_of_held_out_rows_that_fill_no_batch() -> None:
    few = {name: STILL[name][:1] for name in ("x_val", "y_val")}
    net = Net(names=("w",), batch="k", partial="dropped")
    assert train(Loop(log="held out by k"), net, STILL | few) == []


def test_the_loss_of_held_out_data_is_that_at_the_end_of_an_epoch() -> None:
    inputs = drawn((2, 3, 1), rows=5)
    seen = {**inputs, "k": 2, "x_val": inputs["x_data"], "y_val": inputs["y_data"]}
    curve = train(Loop(log="held out"), Net(batch="k"), seen)
    training = Training(Loop(), Net(batch="k"), seen)
    training.epoch()
    training.samples = Net().samples(inputs)
    assert curve[0] == pytest.approx(training.losses()[0])


def test_parameters_start_from_noise_that_is_scaled_and_biases_from_zero() -> None:
    noise = [[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[1.0, 1.0, 1.0]]]
    net = Net(noise="noise", scale=lambda n, m: (2 / (n + m)) ** 0.5)
    w1, b1, w2, b2 = net.start({"noise": noise})
    assert w1 == pytest.approx(np.array(noise[0]) * 0.4**0.5)
    assert w2 == pytest.approx(np.array(noise[1]) * 0.5**0.5)
    assert (b1.tolist(), b2.tolist()) == ([0.0] * 3, [0.0])


def test_a_net_has_as_many_layers_as_there_are_matrices_of_noise() -> None:
    deep = Net(names(5), noise="noise", hidden=TANH)
    for widths in ((2, 1), (2, 3, 2), (2, 2, 2, 2, 2, 2)):
        inputs = drawn(widths)
        layers = len(widths) - 1
        noise = {"noise": [inputs[f"w{i}"] for i in range(1, layers + 1)]}
        given = {key: inputs[key] for key in ("x_data", "y_data", "lr", "epochs")} | noise
        zero = {f"b{i}": [0.0] * n for i, n in enumerate(widths[1:], start=1)}
        for loop in (Loop(), Loop(zeroes="never"), Loop(optimizer=adam()), Loop(leaves=0.5)):
            expected = train(loop, Net(names(layers)), inputs | zero)
            assert train(loop, deep, given) == pytest.approx(expected)


def test_an_optimizer_that_is_made_anew_takes_each_step_for_its_first() -> None:
    inputs = drawn((2, 3, 2))
    forgetting = train(Loop(optimizer=forgetful(adam())), Net(), inputs)
    signs = train(Loop(move=lambda w, g, lr, _loss: w - lr * np.sign(g)), Net(), inputs)
    assert forgetting == pytest.approx(signs, rel=1e-5)
    assert forgetting != pytest.approx(train(Loop(optimizer=adam()), Net(), inputs), rel=1e-5)


def test_a_first_step_of_number_zero_divides_by_zero() -> None:
    curve = train(Loop(optimizer=adam(first_step=0)), Net(), drawn((2, 3, 2)))
    assert np.isfinite(curve[0])
    assert np.isnan(curve[1:]).all()


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (momentum(0.9), lambda params: torch.optim.SGD(params, lr=0.1, momentum=0.9)),
        (
            momentum(0.5, nesterov=True),
            lambda params: torch.optim.SGD(params, lr=0.1, momentum=0.5, nesterov=True),
        ),
        (adam(), lambda params: torch.optim.Adam(params, lr=0.1)),
    ],
)
def test_an_optimizer_steps_as_torchs_does(ours: Any, theirs: Any) -> None:
    inputs = {**drawn((2, 3, 2)), "epochs": 20}
    tensors = {
        name: torch.tensor(value, dtype=torch.float64)
        for name, value in inputs.items()
        if isinstance(value, list)
    }
    params = [tensors[name].requires_grad_() for name in names(2)]
    optimizer, losses = theirs(params), []
    for _ in range(20):
        w1, b1, w2, b2 = params
        y_pred = torch.tanh(tensors["x_data"] @ w1.T + b1) @ w2.T + b2
        loss = ((y_pred - tensors["y_data"]) ** 2).sum(dim=1).mean()
        losses.append(loss.item())
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    assert train(Loop(optimizer=ours), Net(), inputs) == pytest.approx(losses, rel=1e-6)


def test_softmax_without_a_shift_breaks_at_large_scores_and_elsewhere_is_the_same() -> None:
    inputs = drawn((2, 4, 3), classes=True)
    shifted, plain = Net(softmax="shifted"), Net(softmax="plain")
    assert train(CLASSES, plain, inputs) == pytest.approx(train(CLASSES, shifted, inputs))
    far = {**inputs, "b2": [1000.0, -1000.0, 0.0], "epochs": 1}
    assert np.isnan(train(CLASSES, plain, far)).all()
    assert np.isfinite(train(CLASSES, shifted, far)).all()


def test_probabilities_of_classes_add_up_to_one_in_each_row() -> None:
    for softmax in ("shifted", "plain", "twice"):
        training = Training(CLASSES, Net(softmax=softmax), drawn((2, 4, 3), classes=True))  # type: ignore[arg-type]
        passed = training.model.forward(training.params, training.samples[0])
        assert np.exp(passed.y_pred).sum(axis=1) == pytest.approx(1.0)
    over_rows = Training(CLASSES, Net(softmax="over rows"), drawn((2, 4, 3), classes=True))
    passed = over_rows.model.forward(over_rows.params, over_rows.samples[0])
    assert np.exp(passed.y_pred).sum(axis=0) == pytest.approx(1.0)
    assert over_rows.model.predicted(passed) == pytest.approx(np.exp(passed.y_pred[0, 0]))


def test_cross_entropy_is_minus_the_logarithm_of_the_rows_own_class() -> None:
    log_p, y = np.log([[0.5, 0.25, 0.25]]), np.array([[0.0, 1.0, 0.0]])
    assert cross_entropy(log_p, y, Sizes(1)).sum() == pytest.approx(np.log(4))
    assert missed(log_p, y, Sizes(1)).tolist() == pytest.approx(np.array([[0.5, -0.75, 0.25]]))


def test_the_table_for_batches_leaves_out_what_an_exercise_does_not_have() -> None:
    assert common_in_batches().keys() - common_in_batches("momentum").keys() == {"momentum"}
    assert common_in_batches().keys() < COMMON.keys()
    with pytest.raises(KeyError):
        common_in_batches("one_update_per_epoch")
