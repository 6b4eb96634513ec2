"""The solutions agree with the oracles, and print the digits of the original lecture note."""

import ast
import contextlib
import copy
import functools
import io
import platform
import re
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import nbformat
import pytest
import torch

from leadin.course import LOOPS, SMALL, AnyExercise, Exercise, Small
from leadin.judging.curve import first_difference
from leadin.judging.small import same_numbers
from leadin.judging.source import parse_cell, with_helpers
from leadin.observe import observe

SOLUTIONS = Path(__file__).parents[2] / "solutions"

#: Where the stored digits were made. Elsewhere the last ones may come out differently.
TORCH, MACHINE = "2.13.0", "x86_64"

LINEAR_DIGITS = {
    "digits-epoch-0": "-2.0 -7.840000152587891 -16.228801727294922 7.315943717956543",
    "digits-epochs-97-99": (
        "-7.152557373046875e-07 -2.86102294921875e-06 -5.7220458984375e-06 9.094947017729282e-13"
    ),
}
QUADRATIC_DIGITS = {
    "digits-epoch-0": "29.38506507873535",
    "digits-epochs-95-98": (
        "0.19469690322875977 -0.8440914154052734 -0.4220457077026367 -0.21102285385131836 "
        "0.6485795974731445 0.21619319915771484 0.07206439971923828 0.0012983194319531322 "
        "0.19382190704345703 -0.8460159301757812 -0.4230079650878906 -0.2115039825439453 "
        "0.6516609191894531 0.21722030639648438 0.07240676879882812 0.0013106850674375892 "
        "0.1929769515991211 -0.8478355407714844 -0.4239177703857422 -0.2119588851928711 "
        "0.6546220779418945 0.21820735931396484 0.07273578643798828 0.001322623691521585 "
        "0.19216156005859375 -0.8495674133300781 -0.42478370666503906 -0.21239185333251953 "
        "0.6574630737304688 0.21915435791015625 0.07305145263671875 0.0013341286685317755"
    ),
}
DIGITS = [
    (lesson, cell, digits)
    for lesson, cells in (
        ("08_training_linear", LINEAR_DIGITS),
        ("09_training_quadratic", QUADRATIC_DIGITS),
    )
    for cell, digits in cells.items()
]

# One process runs a lesson for all of its tests.
pytestmark = pytest.mark.xdist_group("solutions")

each_digits = pytest.mark.parametrize(("lesson", "cell_id", "digits"), DIGITS)


def code_cells(lesson: str) -> list[Any]:
    notebook = nbformat.read(SOLUTIONS / f"{lesson}.ipynb", as_version=4)
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def stored_text(cell: Any) -> str:
    return "".join(output.get("text", "") for output in cell.outputs)


@functools.cache
def printed_by(lesson: str) -> dict[str, str]:
    """Run a lesson's code: what each cell prints, by the cell's id."""
    printed: dict[str, str] = {}
    namespace: dict[str, Any] = {}
    # The plots are nbval's business; here they would only pile up.
    with mpl.rc_context({"backend": "agg", "figure.max_open_warning": 0}):
        for cell in code_cells(lesson):
            stream = io.StringIO()
            with contextlib.redirect_stdout(stream), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                exec(compile(cell.source, f"{lesson}/{cell.id}", "exec"), namespace)
            printed[cell.id] = stream.getvalue()
        plt.close("all")
    return printed


def answer_of(exercise: AnyExercise) -> Callable[..., Any]:
    """The function of a solution, with the imports, functions and classes that it needs.

    That the whole lesson runs is nbval's business, and the grader's.
    """
    cells = code_cells(exercise.lesson)
    ids = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in cells]
    before = [cell.source for cell in cells[: ids.index(exercise.id)]]
    imports = [
        node
        for tree in map(parse_cell, before)
        for node in (tree.body if tree else [])
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    answer = with_helpers(parse_cell(cells[ids.index(exercise.id)].source), before)
    assert answer is not None
    namespace: dict[str, Any] = {}
    module = ast.Module([*imports, *answer.body], [])
    exec(compile(module, exercise.id, "exec"), namespace)
    function: Callable[..., Any] = namespace[exercise.function]
    return function


def numbers_in(text: str) -> set[str]:
    return set(re.findall(r"-?\d+\.\d+(?:e[+-]\d+)?", text))


@pytest.mark.parametrize("exercise", SMALL.values(), ids=SMALL)
def test_the_solutions_numbers_are_the_oracles(exercise: Small) -> None:
    function = answer_of(exercise)
    for inputs in [exercise.lesson_inputs, *exercise.hidden_inputs()]:
        returned = observe(function, copy.deepcopy([*inputs.values()]))
        assert same_numbers(exercise.oracle(**inputs), returned)


@pytest.mark.parametrize("exercise", LOOPS.values(), ids=LOOPS)
def test_the_solutions_curve_is_the_oracles(exercise: Exercise) -> None:
    curve = answer_of(exercise)(*exercise.lesson_inputs.values())
    assert first_difference(exercise.oracle(**exercise.lesson_inputs), curve) is None


@each_digits
def test_the_originals_digits_are_stored_in_full(lesson: str, cell_id: str, digits: str) -> None:
    (cell,) = (cell for cell in code_cells(lesson) if cell.id == cell_id)
    assert set(digits.split()) <= numbers_in(stored_text(cell))


@each_digits
def test_the_originals_digits_come_out_anew(lesson: str, cell_id: str, digits: str) -> None:
    here = torch.__version__.split("+")[0], platform.machine()
    if here != (TORCH, MACHINE):
        pytest.skip(f"made with torch {TORCH} on {MACHINE}; here is torch {here[0]} on {here[1]}")
    assert set(digits.split()) <= numbers_in(printed_by(lesson)[cell_id])
