"""What a verdict says about what a function returned."""

import math
import time
from dataclasses import replace
from typing import Any

import pytest

from leadin.course import EXERCISES
from leadin.judging import Reason, Verdict, calls, judge, without_run
from leadin.observe import MAX_VALUES, ErrorReport, Outcome
from leadin.words import render

EXERCISE = EXERCISES["08-train-linear"]
INPUTS = calls(EXERCISE)


def right_curves() -> list[Outcome]:
    return [Outcome("curve", tuple(EXERCISE.oracle(**inputs))) for inputs in INPUTS]


def judged(outcomes: list[Outcome], source: str = "") -> Verdict:
    return judge(EXERCISE, INPUTS, outcomes, source)


def test_the_oracles_own_curves_pass() -> None:
    judgement = judged(right_curves())
    assert (judgement.kind, judgement.points, judgement.max_points) == ("pass", 4, 4)
    assert judgement.first_wrong_epoch is None


def test_right_curves_of_tensors_are_told_to_be_right_but_refused() -> None:
    curves = [Outcome("tensors", outcome.curve) for outcome in right_curves()]
    judgement = judged(curves)
    assert judgement.kind == "wrong"
    assert judgement.mistakes == ("returns_tensors",)
    assert "values are right" in render(judgement).plain()


def test_wrong_curves_of_tensors_name_both_mistakes() -> None:
    edit = EXERCISE.mistakes["halved_loss"][0]
    curves = [Outcome("tensors", tuple(EXERCISE.simulate(inputs, edit))) for inputs in INPUTS]
    assert judged(curves).mistakes == ("returns_tensors", "halved_loss")


def test_the_message_speaks_of_the_students_numbers() -> None:
    curves = right_curves()
    curve = list(curves[0].curve)
    curve[2] = 1.2345
    curves[0] = curves[-1] = Outcome("curve", tuple(curve))
    judgement = judged(curves)
    assert judgement.first_wrong_epoch == 2
    assert "epoch 2" in render(judgement).plain()
    assert "1.2345" in render(judgement).plain()


def test_numbers_that_differ_late_are_shown_with_enough_digits() -> None:
    curves = right_curves()
    curve = list(curves[0].curve)
    curve[0] = curve[0] * 1.0000001
    curve[1] = curve[1] * 1.0011
    curves[0] = curves[-1] = Outcome("curve", tuple(curve))
    message = render(judged(curves)).plain()
    assert "yours is 4.00316" in message
    assert "expected is 3.99876" in message


def test_the_oracle_is_asked_once_for_each_set_of_inputs() -> None:
    asked = []

    def oracle(**inputs: Any) -> list[float]:
        asked.append(inputs)
        return EXERCISE.oracle(**inputs)

    counting = replace(EXERCISE, oracle=oracle)
    edit = EXERCISE.mistakes["no_zero_grad"][0]
    curves = [Outcome("curve", tuple(EXERCISE.simulate(inputs, edit))) for inputs in INPUTS]
    assert judge(counting, INPUTS, curves).mistakes == ("no_zero_grad",)
    assert asked == INPUTS[:-1], "the last are the lesson's again"


@pytest.mark.parametrize(
    ("outcome", "verdict", "mistakes", "part"),
    [
        (Outcome("none"), "wrong", ("returns_none",), "returns None"),
        (Outcome("number", (7.3,)), "wrong", ("returns_one_number",), "returns 7.3"),
        (Outcome("other", type="str"), "wrong", (), "returns a str"),
        (Outcome("waiting"), "missing", (), "waits for you"),
        (Outcome("timeout"), "timeout", (), "without an end"),
        (Outcome("memory"), "memory", (), "out of memory"),
        (
            Outcome("raised", error=ErrorReport("ZeroDivisionError", "division by zero", 3, "1/0")),
            "error",
            (),
            "line 3: 1/0",
        ),
    ],
)
def test_what_is_no_curve_gets_a_calm_answer(
    outcome: Outcome, verdict: str, mistakes: tuple[str, ...], part: str
) -> None:
    judgement = judged([outcome])
    assert (judgement.kind, judgement.mistakes) == (verdict, mistakes)
    assert judgement.points == 0
    assert part in render(judgement).plain()


@pytest.mark.parametrize("length", [0, 1, 99, 101, 5000, MAX_VALUES + 1])
def test_a_curve_of_any_other_length_is_refused_with_its_length(length: int) -> None:
    curve = tuple(EXERCISE.simulate({**EXERCISE.lesson_inputs, "epochs": length}, {}))
    outcomes = [Outcome("curve", curve), *right_curves()[1:-1], Outcome("curve", curve)]
    judgement = judged(outcomes)
    assert judgement.kind == "wrong"
    said = f"more than {MAX_VALUES} values" if length > MAX_VALUES else f"{length} value"
    assert said in render(judgement).plain()


@pytest.mark.parametrize("value", [math.nan, math.inf, -1.0, 0.0, 1e300])
def test_a_curve_of_odd_values_is_refused(value: float) -> None:
    curves = [Outcome("curve", (value,) * inputs["epochs"]) for inputs in INPUTS]
    judgement = judged(curves)
    assert judgement.kind == "wrong"
    assert judgement.first_wrong_epoch == 0


def test_an_answer_right_for_the_lesson_alone_is_hard_coded() -> None:
    lesson = right_curves()[0]
    zeros = [Outcome("curve", (0.0,) * inputs["epochs"]) for inputs in INPUTS[1:-1]]
    judgement = judged([lesson, *zeros, lesson])
    assert judgement.mistakes == ("hard_coded",)
    assert "Right on the lesson's inputs" in render(judgement).plain()


def test_two_answers_to_the_same_call_are_told_apart() -> None:
    curves = right_curves()
    curves[-1] = Outcome("curve", curves[0].curve * 2)
    assert judged(curves).mistakes == ("not_repeatable",)


def test_the_text_decides_between_two_mistakes_with_the_same_curve() -> None:
    edit = EXERCISE.mistakes["no_update"][0]
    curves = [Outcome("curve", tuple(EXERCISE.simulate(inputs, edit))) for inputs in INPUTS]
    zeroing = "for x in x_data:\n loss.backward()\n optimizer.zero_grad()\n optimizer.step()"
    assert judged(curves).mistakes == ("no_update",)
    assert judged(curves, "for x in x_data:\n loss.backward()").mistakes == ("no_update",)
    assert judged(curves, zeroing).mistakes == ("zero_before_step",)


def test_a_verdict_without_a_run_gives_the_reason() -> None:
    reason = Reason("is_empty", {"notebook": "08.ipynb"})
    verdict = without_run(EXERCISE, "invalid", reason)
    assert (verdict.kind, verdict.points, verdict.reason) == ("invalid", 0, reason)
    assert verdict.shown is None


def test_even_an_unknown_mistake_is_judged_at_once() -> None:
    """Not a measurement: it fails only if the search runs away."""
    curves = [Outcome("curve", (inputs["lr"],) * inputs["epochs"]) for inputs in INPUTS]
    start = time.monotonic()
    assert judged(curves).mistakes == ()
    assert time.monotonic() - start < 30
