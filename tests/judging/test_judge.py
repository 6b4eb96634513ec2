"""What a verdict says about what a function returned."""

import math
import time
from collections.abc import Sequence

import pytest

from leadin.course import LOOPS, Exercise, Inputs
from leadin.course.exercise import Edit
from leadin.judging import Kind, Reason, Shown, Verdict, calls, judge, without_run
from leadin.judging.curve import Difference
from leadin.observe import MAX_VALUES, ErrorReport, Outcome
from leadin.training.loop import of_error
from leadin.training.models import Activation
from tests.judging.answering import verdict_on, verdict_on_loop

EXERCISE = LOOPS["08-train-linear"]
INPUTS = calls(EXERCISE)


def right_curves() -> list[Outcome]:
    return [Outcome("curve", tuple(EXERCISE.oracle(**inputs))) for inputs in INPUTS]


def judged(outcomes: list[Outcome], source: str = "") -> Verdict:
    return judge(EXERCISE, INPUTS, outcomes, source)


def test_the_oracles_own_curves_pass() -> None:
    verdict = judged(right_curves())
    assert (verdict.kind, verdict.points, verdict.max_points) == ("pass", 4, 4)
    assert verdict.first_wrong_epoch is None


def test_right_curves_of_tensors_are_told_to_be_right_but_refused() -> None:
    curves = [Outcome("tensors", outcome.curve) for outcome in right_curves()]
    verdict = judged(curves)
    assert (verdict.kind, verdict.mistakes) == ("wrong", ("returns_tensors",))
    assert verdict.reason == Reason("right_in_tensors")
    assert verdict.first_wrong_epoch is None


def test_wrong_curves_of_tensors_name_both_mistakes() -> None:
    edit = EXERCISE.mistakes["halved_loss"][0]
    curves = [Outcome("tensors", tuple(EXERCISE.simulate(inputs, edit))) for inputs in INPUTS]
    assert judged(curves).mistakes == ("returns_tensors", "halved_loss")


def test_a_verdict_shows_the_call_and_its_first_difference() -> None:
    curves = right_curves()
    curve = list(curves[0].curve)
    curve[2] = 1.2345
    curves[0] = curves[-1] = Outcome("curve", tuple(curve))
    verdict = judged(curves)
    expected = tuple(EXERCISE.oracle(**INPUTS[0]))
    difference = Difference(2, expected[2], 1.2345)
    assert verdict.shown == Shown(0, INPUTS[0], expected, tuple(curve), difference)
    assert verdict.first_wrong_epoch == 2


def test_what_is_rounding_is_passed_by() -> None:
    curves = right_curves()
    curve = list(curves[0].curve)
    curve[0] = curve[0] * 1.0000001
    curve[1] = curve[1] * 1.0011
    curves[0] = curves[-1] = Outcome("curve", tuple(curve))
    assert judged(curves).first_wrong_epoch == 1


@pytest.mark.parametrize("exercise", LOOPS.values(), ids=LOOPS)
def test_an_empty_list_is_that_and_no_other_mistake(exercise: Exercise) -> None:
    inputs = calls(exercise)
    verdict = judge(exercise, inputs, [Outcome("curve", ())] * len(inputs))
    assert (verdict.kind, verdict.mistakes) == ("wrong", ("returns_empty",))


@pytest.mark.parametrize(
    ("id_", "mistake"),
    [
        (id_, mistake)
        for id_, exercise in LOOPS.items()
        for mistake in sorted(exercise.chaotic & exercise.mistakes.keys())
    ],
)
def test_a_chaotic_curve_that_is_cut_short_is_not_taken_for_the_whole(
    id_: str, mistake: str
) -> None:
    """It is compared in its first epochs only, but is as long as any other."""
    exercise = LOOPS[id_]
    edit = exercise.mistakes[mistake][0]
    verdict = verdict_on(exercise, lambda inputs: exercise.simulate(inputs, edit)[:3])
    assert verdict.mistakes != (mistake,)


@pytest.mark.parametrize(
    ("outcome", "kind", "mistakes", "reason"),
    [
        (Outcome("none"), "wrong", ("returns_none",), Reason("returned_none")),
        (
            Outcome("number", (7.3,)),
            "wrong",
            ("returns_one_number",),
            Reason("returned_number", {"value": 7.3}),
        ),
        (Outcome("other", type="str"), "wrong", (), Reason("returned_object", {"type": "str"})),
        (
            Outcome("other", type="int", position=2),
            "wrong",
            (),
            Reason("returned_list_with", {"type": "int", "position": 2}),
        ),
        (
            Outcome("other", type="NoneType", position=0),
            "wrong",
            (),
            Reason("returned_list_with_none", {"position": 0}),
        ),
        (Outcome("waiting"), "missing", (), Reason("waits")),
        (Outcome("timeout"), "timeout", (), Reason("call_timeout")),
        (Outcome("memory"), "memory", (), Reason("out_of_memory")),
        (
            Outcome("raised", error=ErrorReport("ZeroDivisionError", "division by zero", 3, "1/0")),
            "error",
            (),
            Reason(
                "call_raised_at",
                {"error": "ZeroDivisionError: division by zero", "line_number": 3, "line": "1/0"},
                (Reason("division_by_zero"),),
            ),
        ),
    ],
)
def test_what_is_no_curve_is_judged_too(
    outcome: Outcome, kind: Kind, mistakes: tuple[str, ...], reason: Reason
) -> None:
    verdict = judged([outcome])
    assert (verdict.kind, verdict.mistakes, verdict.reason) == (kind, mistakes, reason)
    assert verdict.points == 0
    assert verdict.first_wrong_epoch is None


@pytest.mark.parametrize("length", [0, 1, 99, 101, 5000, MAX_VALUES + 1])
def test_a_curve_of_any_other_length_is_refused(length: int) -> None:
    curve = tuple(EXERCISE.simulate({**EXERCISE.lesson_inputs, "epochs": length}, {}))
    outcomes = [Outcome("curve", curve), *right_curves()[1:-1], Outcome("curve", curve)]
    verdict = judged(outcomes)
    assert (verdict.kind, verdict.first_wrong_epoch) == ("wrong", min(length, 100))


@pytest.mark.parametrize("value", [math.nan, math.inf, -1.0, 0.0, 1e300])
def test_a_curve_of_odd_values_is_refused(value: float) -> None:
    curves = [Outcome("curve", (value,) * inputs["epochs"]) for inputs in INPUTS]
    verdict = judged(curves)
    assert verdict.kind == "wrong"
    assert verdict.first_wrong_epoch == 0


def test_what_no_change_of_a_number_changes_is_hard_coded() -> None:
    lesson = EXERCISE.lesson_inputs

    def looked_up(inputs: Inputs) -> list[float]:
        return EXERCISE.oracle(**lesson) if inputs == lesson else [0.0] * inputs["epochs"]

    verdict = verdict_on(EXERCISE, looked_up)
    assert verdict.mistakes == ("hard_coded",)
    assert verdict.reason == Reason("differs_elsewhere")


def test_an_answer_right_for_the_lesson_alone_is_not_called_hard_coded_for_that() -> None:
    """No x of the lesson is negative; one of the smallest case is."""

    def without_sign(inputs: Inputs) -> list[float]:
        return EXERCISE.oracle(**{**inputs, "x_data": [abs(x) for x in inputs["x_data"]]})

    verdict = verdict_on(EXERCISE, without_sign)
    assert verdict.reason == Reason("differs_elsewhere")
    assert verdict.mistakes == ()
    assert verdict.smallest
    assert len(verdict.smallest.inputs["x_data"]) == 2


def test_two_answers_to_the_same_call_are_told_apart() -> None:
    curves = right_curves()
    curves[-1] = Outcome("curve", tuple(2 * value for value in curves[-1].curve))
    assert judged(curves).mistakes == ("not_repeatable",)


def test_the_text_decides_between_two_mistakes_with_the_same_curve() -> None:
    edit = EXERCISE.mistakes["no_update"][0]
    zeroing = "for x in x_data:\n loss.backward()\n optimizer.zero_grad()\n optimizer.step()"
    plain = "for x in x_data:\n loss.backward()"
    assert verdict_on_loop(EXERCISE, edit).mistakes == ("no_update",)
    assert verdict_on_loop(EXERCISE, edit, plain).mistakes == ("no_update",)
    assert verdict_on_loop(EXERCISE, edit, zeroing).mistakes == ("zero_before_step",)


def test_a_verdict_without_a_run_gives_the_reason() -> None:
    reason = Reason("is_empty", {"notebook": "08.ipynb"})
    verdict = without_run(EXERCISE, "invalid", reason)
    assert (verdict.kind, verdict.points, verdict.reason) == ("invalid", 0, reason)
    assert verdict.shown is None


@pytest.mark.parametrize("exercise", LOOPS.values(), ids=LOOPS)
def test_even_an_unknown_mistake_is_judged_at_once(exercise: Exercise) -> None:
    """Not a measurement: it fails only if the search runs away."""
    start = time.monotonic()
    verdict = verdict_on(exercise, lambda inputs: [inputs["lr"]] * inputs["epochs"])
    assert verdict.mistakes == ()
    assert verdict.smallest
    assert time.monotonic() - start < 30


def test_the_cause_is_told_before_what_follows_from_it() -> None:
    def from_one(inputs: Inputs) -> Sequence[float]:
        return EXERCISE.simulate({**inputs, "w": 1.0}, {"restarts": True})

    verdict = verdict_on(EXERCISE, from_one)
    assert verdict.mistakes == ("restarts_each_epoch", "ignores_start")


LATE = LOOPS["04-below-the-floor"]
SOFTSIGN = Activation(lambda z: z / (1 + abs(z)), lambda _z, h: (1 - abs(h)) ** 2)


@pytest.mark.parametrize(
    ("edit", "stage"),
    [
        ({"hidden_slope": lambda _z, h: 1 - h * h / 2}, "gradient"),
        ({"move": lambda w, g, lr, _loss: w - lr * 0.37 * g + lr * lr}, "gradient"),
        ({"move": lambda w, g, lr, _loss: w - 0.3 * lr * g - 1e-2}, "still"),
        ({"loss": of_error(lambda r, _sizes: r * r + 0.1)}, "still"),
        ({"loss": of_error(lambda r, _sizes: r * r * (1 + r * r))}, "still"),
        ({"hidden": SOFTSIGN}, "still"),
        ({"log": "last", "hidden_slope": lambda _z, h: 1 - h * h / 2}, "kept"),
    ],
)
def test_a_loss_that_comes_after_the_step_is_not_blamed_for_the_step(
    edit: Edit, stage: str
) -> None:
    """In lesson 04 an epoch's loss is computed at its end: the first one shows a wrong step."""
    verdict = verdict_on_loop(LATE, edit)
    assert verdict.mistakes == ()
    assert verdict.smallest
    assert verdict.smallest.stage == stage
    # Of a loss that is wrong by itself, one is shown that no step comes before.
    assert (verdict.smallest.inputs["lr"] == 0.0) == (stage == "still")


def test_a_step_of_part_of_its_length_is_told_as_a_share_where_the_loss_comes_after_it() -> None:
    def shorter(inputs: Inputs) -> list[float]:
        share = 0.5 if inputs["x_data"][0] > 0 else 0.3
        return LATE.simulate({**inputs, "lr": share * inputs["lr"]}, {})

    verdict = verdict_on(LATE, shorter)
    assert verdict.smallest
    assert (verdict.smallest.stage, verdict.smallest.inputs["epochs"]) == ("slope", 1)
    assert verdict.smallest.share == pytest.approx(0.5)


def test_what_goes_wrong_in_the_second_epoch_only_is_no_wrong_step() -> None:
    def later(inputs: Inputs) -> list[float]:
        right = LATE.oracle(**inputs)
        return [*right[:1], *(loss * (1 + lr_or_one(inputs)) for loss in right[1:])]

    def lr_or_one(inputs: Inputs) -> float:
        return inputs["lr"] / (1 + inputs["lr"])

    verdict = verdict_on(LATE, later)
    assert verdict.smallest
    assert verdict.smallest.stage == "clearing"
