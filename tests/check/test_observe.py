"""Whatever a student's function does becomes plain data."""

import contextlib
import math
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
import torch

from leadin.observe import MAX_TEXT, MAX_VALUES, Outcome, bounded_printing, observe, observe_within


def returning(value: Any) -> Outcome:
    return observe(lambda: value, [])


@pytest.mark.parametrize(
    "value",
    [
        [1.0, 2.0],
        (1.0, 2.0),
        [1, 2],
        [np.float64(1), np.float32(2)],
        np.array([1.0, 2.0]),
        [Fraction(1), 2.0],
        range(1, 3),
    ],
)
def test_every_sequence_of_real_numbers_is_a_curve(value: Any) -> None:
    assert returning(value) == Outcome("curve", (1.0, 2.0))


def test_a_generator_is_a_curve_and_one_without_an_end_is_cut() -> None:
    def forever() -> Iterator[float]:
        while True:
            yield 1.0

    assert returning(x / 2 for x in (1, 2)) == Outcome("curve", (0.5, 1.0))
    assert len(returning(forever()).curve) == MAX_VALUES + 1


@pytest.mark.parametrize(
    "value",
    [
        [torch.tensor(1.0), torch.tensor([2.0])],
        [1.0, torch.tensor(2.0, requires_grad=True)],
        torch.tensor([1.0, 2.0]),
    ],
)
def test_tensors_are_told_apart_but_read(value: Any) -> None:
    assert returning(value) == Outcome("tensors", (1.0, 2.0))


def test_one_number_is_no_curve() -> None:
    assert returning(3) == Outcome("number", (3.0,))
    assert returning(torch.tensor(3.0, requires_grad=True)) == Outcome("number", (3.0,))


def test_none_is_no_curve() -> None:
    assert returning(None) == Outcome("none")


@pytest.mark.parametrize(
    ("value", "type_", "position"),
    [
        ("losses", "str", None),
        ({"loss": 1.0}, "dict", None),
        (object(), "object", None),
        ([1.0, "2"], "str", 1),
        ([None], "NoneType", 0),
        ([True], "bool", 0),
        ([1j], "complex", 0),
    ],
)
def test_what_holds_no_numbers_is_described(value: Any, type_: str, position: int | None) -> None:
    assert returning(value) == Outcome("other", type=type_, position=position)


@pytest.mark.parametrize(
    ("value", "curve", "form", "type_"),
    [
        ([[1.0, 2], (3.0,)], (1.0, 2.0, 3.0), "[[nn][n]]", "list"),
        (torch.ones(2, 2), (1.0,) * 4, "[[nn][nn]]", "Tensor"),
        (np.ones((1, 2)), (1.0, 1.0), "[[nn]]", "ndarray"),
        ([torch.ones(2), 3.0], (1.0, 1.0, 3.0), "[[nn]n]", "Tensor"),
        ([[], [1.0]], (1.0,), "[[][n]]", "list"),
        ([[[1.0]], range(2)], (1.0, 0.0, 1.0), "[[[n]][nn]]", "list"),
    ],
)
def test_sequences_of_sequences_are_numbers_in_a_form(
    value: Any, curve: tuple[float, ...], form: str, type_: str
) -> None:
    outcome = returning(value)
    assert outcome == Outcome("nested", curve, form, type_, position=0)
    assert outcome.is_numbers
    assert not outcome.is_curve


def test_a_column_of_tensors_is_a_curve_with_the_form_of_a_matrix() -> None:
    column = torch.tensor([[1.0], [2.0]], requires_grad=True)
    assert returning(column) == Outcome("tensors", (1.0, 2.0), "[[n][n]]")


@pytest.mark.parametrize(
    "value", [[["a"]], [[[[[[1.0]]]]]], [[1.0, None]], [[0.0] * MAX_VALUES] * 2, [[True]]]
)
def test_what_is_nested_too_deep_or_too_long_or_holds_more_is_no_numbers(value: Any) -> None:
    assert returning(value).kind == "other"


def test_a_single_number_and_a_sequence_have_a_form_too() -> None:
    assert returning(3).nesting == "n"
    assert returning([1, 2]).nesting == "[nn]"


def test_nan_infinity_and_huge_ints_are_numbers() -> None:
    curve = returning([math.nan, math.inf, 10**400]).curve
    assert math.isnan(curve[0])
    assert curve[1:] == (math.inf, math.inf)


def test_an_exception_is_reported_with_the_students_line() -> None:
    def train(w: float) -> list[float]:
        return [w / 0]

    outcome = observe(train, [1.0])
    assert outcome.kind == "raised"
    assert outcome.error is not None
    assert (outcome.error.type, outcome.error.line) == ("ZeroDivisionError", "return [w / 0]")
    assert outcome.error.line_number == train.__code__.co_firstlineno + 1


def test_of_an_exception_inside_torch_the_students_line_is_shown() -> None:
    def train() -> None:
        torch.tensor([1.0]).backward()

    error = observe(train, []).error
    assert error is not None
    assert error.line == "torch.tensor([1.0]).backward()"


def test_a_call_with_the_wrong_arguments_is_reported() -> None:
    def train(w: float) -> None:
        pass

    error = observe(train, [1.0, 2.0]).error
    assert error is not None
    assert "takes 1 positional argument but 2 were given" in error.message


def raising(error: BaseException | type[BaseException]) -> Callable[[], None]:
    def train() -> None:
        raise error

    return train


@pytest.mark.parametrize("error", [SystemExit, KeyboardInterrupt, GeneratorExit, StopIteration])
def test_no_exception_gets_out(error: type[BaseException]) -> None:
    assert observe(raising(error), []).kind == "raised"


def test_what_is_not_written_yet_waits() -> None:
    assert observe(raising(NotImplementedError("write train() here")), []).kind == "waiting"


def test_lack_of_memory_is_told_apart() -> None:
    assert observe(raising(MemoryError), []).kind == "memory"


def test_endless_recursion_is_an_error_like_any_other() -> None:
    def train() -> Any:
        return train()

    error = observe(train, []).error
    assert error is not None
    assert error.type == "RecursionError"


def test_an_exception_that_can_not_be_printed_is_reported_all_the_same() -> None:
    class OddError(Exception):
        def __str__(self) -> str:
            raise ValueError

    error = observe(raising(OddError()), []).error
    assert error is not None
    assert (error.type, error.message) == ("OddError", "")


def test_a_long_error_text_is_cut() -> None:
    error = observe(raising(ValueError("x" * 10**6)), []).error
    assert error is not None
    assert len(error.message) == MAX_TEXT


def test_warnings_are_noted_and_cost_nothing() -> None:
    def train() -> list[float]:
        warnings.warn("mind this", UserWarning, stacklevel=1)
        return [1.0]

    outcome = observe(train, [])
    assert outcome.kind == "curve"
    assert outcome.warnings == ("mind this",)


def test_a_function_that_comes_back_in_time_is_observed() -> None:
    assert observe_within(10, lambda: [1.0], []) == Outcome("curve", (1.0,))


def test_an_endless_loop_ends_in_a_timeout_and_leaves_no_thread() -> None:
    def train() -> None:
        while True:
            pass

    before = threading.active_count()
    assert observe_within(0.3, train, []) == Outcome("timeout")
    assert threading.active_count() == before


def test_a_loop_that_swallows_every_exception_still_ends_in_a_timeout() -> None:
    release = threading.Event()

    def train() -> None:
        while not release.is_set():
            with contextlib.suppress(BaseException):
                time.sleep(0.01)

    assert observe_within(0.2, train, []) == Outcome("timeout")
    release.set()


def test_output_is_passed_on_up_to_a_limit(capsys: pytest.CaptureFixture[str]) -> None:
    with bounded_printing(10, "and so on"):
        for _ in range(1000):
            print("123")
    said = capsys.readouterr().out
    assert said == "123\n123\n12and so on"


def test_output_can_be_muted(capsys: pytest.CaptureFixture[str]) -> None:
    with bounded_printing(0):
        print("never seen")
    assert capsys.readouterr().out == ""
