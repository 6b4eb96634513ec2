"""Lesson 12: its patients have what it says, and its texts are those of the installed torch."""

import contextlib
import copy
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib as mpl
import nbformat
import pytest
import torch

from leadin.course import LOOPS, SMALL
from leadin.judging import called, calls, experiments, judge
from leadin.notebook.roles import BEGIN, Role, has_role
from leadin.observe import Outcome, bounded_printing, observe
from leadin.words import render

NOTEBOOK = Path(__file__).parents[2] / "solutions" / "12_debugging_clinic.ipynb"

#: By patient: number in the lesson's list, exercise, and the mistake that the check names.
PATIENTS = {
    "A": (6, "12-mend-1", "lost_leaf"),
    "B": (3, "12-mend-2", "zero_before_step"),
    "C": (2, "12-mend-3", "zero_some_params"),
    "D": (7, "12-mend-4", "frozen_param"),
    "E": (10, "12-mend-5", "loss_after_update"),
    "F": (8, "12-mend-6", "edited_before_backward"),
}


def cells() -> list[Any]:
    return nbformat.read(NOTEBOOK, as_version=4).cells


def source(cell_id: str) -> str:
    return next(cell.source for cell in cells() if cell.id == cell_id)


def on_one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def ward() -> dict[str, Any]:
    """What the cells define that the patients' files stand in."""
    mpl.use("agg")
    names: dict[str, Any] = {}
    for cell_id in ("set-up", "ward"):
        exec(source(cell_id), names)
    return names


@pytest.mark.parametrize("patient", PATIENTS)
def test_a_patient_has_the_mistake_that_the_lesson_says(
    ward: dict[str, Any], patient: str, tmp_path: Path
) -> None:
    _, exercise_id, mistake = PATIENTS[patient]
    exercise = LOOPS[exercise_id]
    names = {"torch": torch, "nn": torch.nn}
    file = tmp_path / "answer.py"
    file.write_text(ward["FILES"][patient], "utf-8")
    exec(compile(ward["FILES"][patient], str(file), "exec"), names)
    train: Callable[..., Any] = names["train"]

    def call(inputs: Any) -> Outcome:
        with bounded_printing(0):
            return observe(train, copy.deepcopy([*inputs.values()]))

    inputs = calls(exercise)
    outcomes = list(called(exercise, call, inputs))
    further = [call(each) for each in experiments(exercise, inputs, outcomes)]
    verdict = judge(exercise, inputs, outcomes, ward["FILES"][patient], (), further)
    assert verdict.mistakes == (mistake,)


def test_the_diagnoses_are_those_of_the_patients() -> None:
    numbers = [number for number, *_ in PATIENTS.values()]
    assert SMALL["12-diagnosis-abc"].right() == numbers[:3]
    assert SMALL["12-diagnosis-def"].right() == numbers[3:]


def test_the_check_of_a_diagnosis_tells_how_much_of_it_is_right_and_not_what() -> None:
    exercise = SMALL["12-diagnosis-abc"]
    wrong = [exercise.right()[0], 1, 9]
    inputs = calls(exercise)
    verdict = judge(exercise, inputs, [observe(lambda: wrong, ()) for _ in inputs])
    told = render(verdict).plain()
    assert "1 of the 3 numbers is right" in told
    assert str(exercise.right()) not in told


def test_a_file_is_opened_behind_its_diagnosis() -> None:
    ids = [cell.id for cell in cells()]
    for number, asked in zip(range(1, 7), 3 * ["abc"] + 3 * ["def"], strict=True):
        assert ids.index(f"exercise-diagnosis-{asked}") < ids.index(f"broken-{number}")


def test_no_patients_file_stands_in_a_cell_that_is_to_be_read(ward: dict[str, Any]) -> None:
    shown = [c.source for c in cells() if not has_role(c, Role.HELPER) and BEGIN not in c.source]
    for file in ward["FILES"].values():
        assert not any(file in text for text in shown)


@pytest.fixture(scope="module")
def texts(ward: dict[str, Any]) -> dict[str, tuple[str, str, str]]:
    """By number of an error: the row's text, what is stored of it, and what is raised now."""
    (cell,) = (cell for cell in cells() if cell.id == "errors-raised")
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(cell.source, dict(ward))
    stored = by_number("".join(output.get("text", "") for output in cell.outputs))
    raised = by_number(printed.getvalue())
    rows = re.findall(r"^\| (E\d+) \| `(.+?)` \|", source("errors"), re.MULTILINE)
    return {number: (text, stored[number], raised[number]) for number, text in rows}


def by_number(printed: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in re.split(r"^(?=E\d+ )", printed, flags=re.MULTILINE)[1:]:
        number, text = part.split(" ", 1)
        found[number] = found.get(number, "") + on_one_line(text) + "\n"
    return found


def test_the_messages_are_those_of_the_installed_torch(
    texts: dict[str, tuple[str, str, str]],
) -> None:
    changed = [
        f"{number}: {text}\n    the lesson shows: {stored}\n    now it says:      {raised}"
        for number, (text, stored, raised) in texts.items()
        if stored != raised
    ]
    assert not changed, (
        f"torch {torch.__version__} words {len(changed)} of {len(texts)} messages differently. "
        f"Rewrite these rows of {NOTEBOOK.name}, then run `leadin build --run`:\n\n"
        + "\n\n".join(changed)
    )


def test_the_list_has_sixteen_errors_each_found_by_a_text_that_is_raised(
    texts: dict[str, tuple[str, str, str]],
) -> None:
    assert [*texts] == [f"E{number}" for number in range(1, 17)]
    for text, _, raised in texts.values():
        assert text in raised


def test_every_trap_of_the_list_is_run() -> None:
    listed = re.findall(r"^\| (T\d+) \|", source("traps"), re.MULTILINE)
    assert listed == [f"T{number}" for number in range(1, 19)]
    outputs = [output for cell in cells() for output in cell.get("outputs", [])]
    printed = "\n".join(output.get("text", "") for output in outputs)
    assert set(listed) == set(re.findall(r"^(T\d+)\b", printed, re.MULTILINE))
