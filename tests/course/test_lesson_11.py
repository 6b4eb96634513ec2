"""The engine of lesson 11 computes what torch computes, on formulas that nobody chose."""

import math
from pathlib import Path

import nbformat
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from leadin.broken_engines import compare_broken
from leadin.course.lessons import lesson_08, lesson_09, lesson_11
from leadin.judging.curve import first_difference
from leadin.judging.no_numbers import without_engine

NOTEBOOK = Path(__file__).parents[2] / "solutions" / "11_build_autograd.ipynb"
NUMBERS = st.floats(min_value=-2, max_value=2)
#: A step of a formula: an operation, and which of the numbers so far it takes.
STEPS = st.tuples(
    st.sampled_from(["+", "-", "*", "/", "**", "tanh", "relu", "negate", "constant"]),
    st.integers(min_value=0, max_value=20),
    st.integers(min_value=0, max_value=20),
)


def lesson():
    """What the cells that the engine stands in define."""
    cells = {cell.id: cell.source for cell in nbformat.read(NOTEBOOK, as_version=4).cells}
    names = {"math": math}
    exec(cells["in-order"].split("y_pred, y =")[0], names)
    exec(cells["exercise-engine"], names)
    exec(cells["random-formulas"].split("def random_formula")[0], names)
    return names


LESSON = lesson()
Value = LESSON["Value"]


def formula(start, steps, tanh, relu):
    """Compute a formula with numbers of either kind, and give all intermediate results."""
    numbers = list(start)
    for kind, i, j in steps:
        a, b = numbers[i % len(numbers)], numbers[j % len(numbers)]
        match kind:
            case "+":
                result = a + b
            case "-":
                result = a - b
            case "*":
                result = a * b
            case "/":
                result = a * (tanh(b) ** 2 + 1.0) ** -1
            case "**":
                result = tanh(a) ** (j % 4 + 1)
            case "tanh":
                result = tanh(a)
            case "relu":
                result = relu(a)
            case "negate":
                result = -a
            case _:
                result = -0.5 * a + 3.0
        numbers.append(result)
    return numbers


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(
    start=st.lists(NUMBERS, min_size=1, max_size=4), steps=st.lists(STEPS, min_size=1, max_size=8)
)
def test_values_and_slopes_are_those_of_torch(start, steps):
    own = formula([Value(number) for number in start], steps, LESSON["tanh"], LESSON["relu"])
    tensors = [torch.tensor(n, dtype=torch.float64, requires_grad=True) for n in start]
    theirs = formula(tensors, steps, torch.tanh, torch.relu)
    for tensor in theirs:
        tensor.retain_grad()
    own[-1].backward()
    theirs[-1].backward()
    for mine, other in zip(own, theirs, strict=True):
        slope = 0.0 if other.grad is None else other.grad.item()
        assert math.isclose(mine.data, other.item(), rel_tol=1e-9, abs_tol=1e-9)
        assert math.isclose(mine.grad, slope, rel_tol=1e-9, abs_tol=1e-9)


def test_the_curve_of_lesson_09_comes_out():
    exercise = lesson_09.EXERCISE
    curve = LESSON["train"](**exercise.lesson_inputs)
    assert first_difference(exercise.oracle(**exercise.lesson_inputs), curve) is None


def test_the_curve_of_lesson_08_comes_out():
    inputs = lesson_08.EXERCISE.lesson_inputs
    w = Value(inputs["w"])
    curve = []
    for _ in range(inputs["epochs"]):
        for x, y in zip(inputs["x_data"], inputs["y_data"], strict=True):
            loss = (w * x - y) ** 2
            loss.backward()
            w.data -= inputs["lr"] * w.grad
            w.grad = 0.0
        curve.append(loss.data)
    assert curve == pytest.approx(lesson_08.EXERCISE.oracle(**inputs), rel=1e-9, abs=1e-20)


def test_the_table_of_broken_engines_waits_for_the_readers_own(capsys):
    class Unfinished(Value):
        def backward(self):
            raise NotImplementedError

    with pytest.raises(NotImplementedError):
        compare_broken(Unfinished, LESSON["in_order"], LESSON["loss_of"])
    assert not capsys.readouterr().out


SUBMISSIONS = Path(__file__).parents[1] / "submissions" / "11-own-backward"


@pytest.mark.parametrize("path", sorted(SUBMISSIONS.glob("*/*.py")), ids=lambda path: path.stem)
def test_only_a_loop_without_any_engine_is_told_so_whatever_is_known_of_its_text(path):
    """In a notebook the text of the function is known, and its cell is one of those that ran."""
    cell = path.read_text("utf-8")
    if path.stem.startswith("uses_torch"):
        return
    function = cell[cell.index("def train(") :]
    unused = path.stem.startswith("engine_unused")
    assert without_engine(lesson_11.EXERCISE, cell, ()) == unused
    assert without_engine(lesson_11.EXERCISE, function, (cell,)) == unused
