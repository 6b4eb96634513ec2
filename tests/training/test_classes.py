"""What can go wrong where classes are learned does what its name says."""

import math
from typing import Any

import pytest

from leadin.training.batches import Net, cross_entropy, missed
from leadin.training.classes import OF_CLASSES, common_of_classes
from leadin.training.loop import Inputs, Loop, Sizes, train
from leadin.training.mistakes import Edit
from tests.course.plain_loops import classes

NET, LOOP = Net(("w", "b"), softmax="shifted"), Loop(loss=cross_entropy, loss_slope=missed)

#: Two samples of three classes. The weights are zero, so p is a half, a quarter and a quarter.
PAPER: Inputs = {
    "x_data": [[1.0], [3.0]],
    "y_data": [0, 1],
    "w": [[0.0], [0.0], [0.0]],
    "b": [math.log(2), 0.0, 0.0],
    "lr": 0.1,
    "epochs": 1,
}
LN2 = math.log(2)
LOOP_FIELDS = ("loss", "loss_slope", "log")


def run(edit: Edit, **changed: Any) -> list[float]:
    loop = Loop(**{**vars(LOOP), **{k: v for k, v in edit.items() if k in LOOP_FIELDS}})
    net = Net(**{**vars(NET), **{k: v for k, v in edit.items() if k not in LOOP_FIELDS}})
    return train(loop, net, PAPER | changed)


def test_the_right_loss_and_its_course_are_those_of_the_loop_by_hand() -> None:
    assert run({}) == pytest.approx([(LN2 + 2 * LN2) / 2])
    assert run({}, epochs=5) == pytest.approx(classes(**PAPER | {"epochs": 5}))


@pytest.mark.parametrize(
    ("mistake", "way", "loss"),
    [
        ("cross_entropy_summed", 0, 3 * LN2),
        ("log_without_minus", 0, -1.5 * LN2),
        ("base_ten_log", 0, 1.5 * math.log10(2)),
        ("base_two_log", 0, 1.5),
        ("probability_for_log", 0, 0.375),
        ("probability_for_log", 1, -0.375),
        ("one_minus_probability", 0, 0.625),
        ("squared_error_of_classes", 0, (0.25 + 2 * 0.0625 + 0.25 + 0.5625 + 0.0625) / 2),
        ("first_class_only", 0, LN2),
        ("answer_for_label", 0, LN2),
        ("all_classes_summed", 0, 5 * LN2),
        ("divided_by_classes", 0, 0.5 * LN2),
        ("label_from_one", 0, (2 * LN2 + LN2) / 2),
        ("log_of_softmax", 0, 1.5 * LN2),
    ],
)
def test_a_wrong_loss_is_the_one_on_paper(mistake: str, way: int, loss: float) -> None:
    assert run(OF_CLASSES[mistake][way]) == pytest.approx([loss])


@pytest.mark.parametrize(
    ("mistake", "way", "slopes"),
    [
        ("p_alone", 0, [0.5, 0.25, 0.25]),
        ("prediction_left_out", 0, [-1, 0, 0]),
        ("right_class_only", 0, [-0.5, 0, 0]),
        ("absolute_value", 0, [0.5, 0.25, 0.25]),
        ("label_from_one", 2, [0.5, 0.25, -0.75]),
        ("base_two_log", 1, [-0.5 / LN2, 0.25 / LN2, 0.25 / LN2]),
        ("squared_error_of_classes", 1, [-1, 0.5, 0.5]),
    ],
)
def test_a_wrong_gradient_is_the_one_on_paper(mistake: str, way: int, slopes: list[float]) -> None:
    rule: Any = OF_CLASSES[mistake][way]["loss_slope"]
    passed = NET.forward(NET.start(PAPER), NET.samples(PAPER)[0])
    y: Any = NET.samples(PAPER)[0].y
    log_p: Any = passed.y_pred
    assert rule(log_p, y, Sizes(2))[0] == pytest.approx(slopes)


@pytest.mark.parametrize("way", [0, 1])
def test_a_logarithm_of_softmax_is_infinite_where_softmax_underflows(way: int) -> None:
    (loss,) = run(OF_CLASSES["log_of_softmax"][way], b=[1000.0, 0.0, 0.0])
    assert not math.isfinite(loss)
    assert run({}, b=[1000.0, 0.0, 0.0]) == pytest.approx([500])


def test_softmax_without_its_shift_is_no_number_where_scores_are_large() -> None:
    assert math.isnan(run(OF_CLASSES["unshifted_softmax"][0], b=[1000.0, 1000.0, 1000.0])[0])


def test_mistakes_about_squared_errors_are_none_of_classes() -> None:
    known = common_of_classes("momentum")
    assert OF_CLASSES.keys() <= known.keys()
    assert not known.keys() & {"halved_loss", "abs_loss", "target_for_loss", "momentum"}
    with pytest.raises(KeyError):
        common_of_classes("slip")
