"""Submissions to grade: the untouched lessons, with some exercise cells filled in."""

import shutil
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import nbformat
import nbformat.v4 as nbf
import pytest

import leadin.running.grade
import leadin.running.start
from leadin.running.launcher import Launcher

ROOT = Path(__file__).parents[2]


def edit_notebook(path: Path, edit: Callable[[Any], None]) -> None:
    """Change a notebook file in place."""
    notebook = nbformat.read(path, as_version=4)
    edit(notebook)
    nbformat.write(notebook, path)


def answer_cell(notebook: Any, exercise: str) -> Any:
    """The cell that answers an exercise."""
    (found,) = (
        cell
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") == exercise
    )
    return found


def fill_in(path: Path, exercise: str, source: str) -> None:
    """Write an answer into a student's notebook."""

    def edit(notebook: Any) -> None:
        answer_cell(notebook, exercise).source = source

    edit_notebook(path, edit)


def fill_in_all(folder: Path, answers: Mapping[str, str]) -> Path:
    """Write answers into the notebooks of a folder."""
    for exercise, source in answers.items():
        (path,) = folder.glob(f"{exercise[:2]}_*.ipynb")
        fill_in(path, exercise, source)
    return folder


@pytest.fixture(autouse=True)
def share_the_warm_process(launcher: Launcher, monkeypatch: pytest.MonkeyPatch) -> None:
    """Starting one takes seconds, and a grader has one for all its notebooks too."""
    for module in (leadin.running.grade, leadin.running.start):
        monkeypatch.setattr(module, "open_launcher", lambda *_: nullcontext(launcher))


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    """A student's untouched copy of the two training examples."""
    folder = tmp_path / "ada"
    folder.mkdir()
    for name in ("08_training_linear", "09_training_quadratic"):
        shutil.copy(ROOT / "lessons" / f"{name}.ipynb", folder)
    return folder


@pytest.fixture
def bare_lessons(lessons: Path) -> Path:
    """The same with the exercise and its check alone, which run much faster."""

    def keep_exercises(notebook: Any) -> None:
        exercises = [cell for cell in notebook.cells if "nbgrader" in cell.metadata]
        notebook.cells = [nbf.new_code_cell("from leadin.check import check"), *exercises]

    for path in lessons.glob("*.ipynb"):
        edit_notebook(path, keep_exercises)
    return lessons


@pytest.fixture
def submit(lessons: Path) -> Callable[[Mapping[str, str]], Path]:
    """Fill exercises of the lessons in by id."""
    return lambda answers: fill_in_all(lessons, answers)


@pytest.fixture
def submit_bare(bare_lessons: Path) -> Callable[[Mapping[str, str]], Path]:
    """Fill exercises of the bare lessons in by id."""
    return lambda answers: fill_in_all(bare_lessons, answers)
