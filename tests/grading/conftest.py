"""Submissions to grade: the untouched lessons, with some exercise cells filled in."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import nbformat
import pytest

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


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    """A student's untouched copy of the two training examples."""
    folder = tmp_path / "ada"
    folder.mkdir()
    for name in ("08_training_linear", "09_training_quadratic"):
        shutil.copy(ROOT / "lessons" / f"{name}.ipynb", folder)
    return folder


@pytest.fixture
def submit(lessons: Path) -> Callable[[Mapping[str, str]], Path]:
    """Fill exercises in by id."""

    def submit(answers: Mapping[str, str]) -> Path:
        for exercise, source in answers.items():
            (path,) = lessons.glob(f"{exercise[:2]}_*.ipynb")
            fill_in(path, exercise, source)
        return lessons

    return submit
