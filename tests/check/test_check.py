"""The check that a student runs, called as a notebook calls it."""

import sys
from collections.abc import Callable
from typing import Any

import pytest

from leadin.check import CheckFailed, check
from leadin.course import EXERCISES
from leadin.judging import Reason, Verdict


def oracle(x_data: Any, y_data: Any, w: float, lr: float, epochs: int) -> list[float]:
    inputs = {"x_data": x_data, "y_data": y_data, "w": w, "lr": lr, "epochs": epochs}
    return list(EXERCISES["08-train-linear"].oracle(**inputs))


def failure(function: Any, exercise: str = "08-train-linear", **options: Any) -> CheckFailed:
    with pytest.raises(CheckFailed) as failed:
        check(exercise, function, **options)
    return failed.value


def refusal(function: Any, **options: Any) -> Verdict:
    verdict = failure(function, **options).verdict
    assert verdict is not None
    return verdict


def test_a_right_function_passes_and_is_told_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("08-train-linear", oracle) is None  # type: ignore[func-returns-value]
    assert "✓ 08-train-linear: right (4 points)" in capsys.readouterr().out


def test_a_failed_check_is_an_assertion_error() -> None:
    with pytest.raises(AssertionError, match="not right yet"):
        check("08-train-linear", lambda *_: [1.0])


def test_an_unknown_exercise_is_answered_with_the_nearest_one() -> None:
    assert "Did you mean '08-train-linear'?" in str(failure(oracle, "8-train-liner"))
    nothing: Any = None
    assert "There is no exercise NoneType" in str(failure(oracle, nothing))


@pytest.mark.parametrize("called", [None, 7.3, [7.3, 4.0], "train"])
def test_what_is_no_function_is_answered_with_how_to_call_the_check(called: Any) -> None:
    failed = failure(called)
    assert failed.verdict is None
    assert failed.text.code == ('check("08-train-linear", train)',)


@pytest.mark.parametrize(
    ("function", "reason", "fields"),
    [
        (lambda *_: None, "returned_none", {}),
        (lambda *_: "losses", "returned_object", {"type": "str"}),
        (lambda *_: 7.3, "returned_number", {"value": 7.3}),
        (lambda *_: [], "differs_in_lesson", {}),
        (lambda *_: [7.3], "differs_in_lesson", {}),
        (lambda *_: [float("nan")] * 100, "differs_in_lesson", {}),
        (lambda *_: [[7.3]], "returned_list_with", {"type": "list", "position": 0}),
        (print, "returned_none", {}),
    ],
)
def test_whatever_a_beginner_returns_is_judged(
    function: Callable[..., Any], reason: str, fields: dict[str, Any]
) -> None:
    assert refusal(function).reason == Reason(reason, fields)


@pytest.mark.parametrize(
    ("function", "error"),
    [
        (lambda *_: 1 / 0, "ZeroDivisionError: division by zero"),
        (lambda: [], "takes 0 positional arguments but 5 were given"),
        (lambda *_: sys.exit(), "SystemExit"),
        (int, "TypeError"),
    ],
)
def test_whatever_a_beginner_raises_is_quoted(function: Callable[..., Any], error: str) -> None:
    verdict = refusal(function)
    assert verdict.kind == "error"
    assert error in str(verdict.reason.fields["error"])


def test_an_endless_loop_is_answered() -> None:
    def train(*_: Any) -> None:
        while True:
            pass

    assert refusal(train, time_limit=0.3).reason == Reason("call_timeout")


def test_a_function_that_changes_its_lists_changes_only_its_own() -> None:
    def train(x_data: list[float], y_data: list[float], *rest: Any) -> list[float]:
        losses = oracle(x_data, y_data, *rest)
        x_data.clear()
        return losses

    check("08-train-linear", train)


def test_a_function_that_keeps_its_losses_between_calls_is_found_out() -> None:
    losses: list[float] = []

    def train(*arguments: Any) -> list[float]:
        losses.extend(oracle(*arguments))
        return losses

    assert refusal(train).mistakes == ("not_repeatable",)


def test_what_a_function_prints_is_shown_once(capsys: pytest.CaptureFixture[str]) -> None:
    def train(*arguments: Any) -> list[float]:
        print("training")
        return oracle(*arguments)

    check("08-train-linear", train)
    assert capsys.readouterr().out.count("training") == 1


def test_what_a_function_prints_has_an_end(capsys: pytest.CaptureFixture[str]) -> None:
    def train(*arguments: Any) -> list[float]:
        print("training" * 10**6)
        return oracle(*arguments)

    check("08-train-linear", train)
    said = capsys.readouterr().out
    assert len(said) < 100_000
    assert "g\n… more output is not shown.\n✓ 08-train-linear" in said


def test_a_function_may_name_its_arguments_as_it_likes() -> None:
    check("08-train-linear", lambda xs, ys, start, rate, n: oracle(xs, ys, start, rate, n))
