"""The check that a student runs, called as a notebook calls it."""

import sys
from collections.abc import Callable
from typing import Any

import pytest

from leadin.check import CheckFailed, check
from leadin.course import EXERCISES

oracle = EXERCISES["08-train-linear"].oracle


def refusal(function: Any, exercise: str = "08-train-linear", **options: float) -> str:
    with pytest.raises(CheckFailed) as failure:
        check(exercise, function, **options)
    return str(failure.value)


def test_a_right_function_passes_and_is_told_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("08-train-linear", oracle) is None  # type: ignore[func-returns-value]
    assert "✓ 08-train-linear: right (4 points)" in capsys.readouterr().out


def test_a_failed_check_is_an_assertion_error() -> None:
    with pytest.raises(AssertionError, match="not right yet"):
        check("08-train-linear", lambda *_: [1.0])


def test_an_unknown_exercise_is_answered_with_the_nearest_one() -> None:
    assert "Did you mean '08-train-linear'?" in refusal(oracle, "8-train-liner")
    assert "There is no exercise NoneType" in refusal(oracle, None)  # type: ignore[arg-type]


@pytest.mark.parametrize("called", [None, 7.3, [7.3, 4.0], "train"])
def test_what_is_no_function_is_answered_with_how_to_call_the_check(called: Any) -> None:
    assert 'check("08-train-linear", train)' in refusal(called)


@pytest.mark.parametrize(
    ("function", "part"),
    [
        (lambda *_: None, "returns None"),
        (lambda *_: "losses", "returns a str"),
        (lambda *_: 7.3, "returns 7.3"),
        (lambda *_: [], "you return 0 values, asked for are 100"),
        (lambda *_: [7.3], "you return 1 value, asked for are 100"),
        (lambda *_: [float("nan")] * 100, "yours is nan"),
        (lambda *_: [[7.3]], "a list whose element 0 is a list"),
        (lambda *_: 1 / 0, "ZeroDivisionError: division by zero"),
        (lambda: [], "takes 0 positional arguments but 5 were given"),
        (lambda *_: sys.exit(), "SystemExit"),
        (int, "TypeError"),
        (print, "returns None"),
    ],
)
def test_whatever_a_beginner_returns_is_answered_calmly(
    function: Callable[..., Any], part: str
) -> None:
    assert part in refusal(function)


def test_an_endless_loop_is_answered() -> None:
    def train(*_: Any) -> None:
        while True:
            pass

    assert "Is there a loop without an end in it?" in refusal(train, time_limit=0.3)


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

    assert "[not_repeatable]" in refusal(train)


def test_what_a_function_prints_is_shown_once(capsys: pytest.CaptureFixture[str]) -> None:
    def train(*arguments: Any) -> list[float]:
        print("training")
        return oracle(*arguments)

    check("08-train-linear", train)
    assert capsys.readouterr().out.count("training") == 1


def test_a_function_may_name_its_arguments_as_it_likes() -> None:
    check("08-train-linear", lambda xs, ys, start, rate, n: oracle(xs, ys, start, rate, n))
