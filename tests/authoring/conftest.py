"""A course of one small lesson, sound in every way, for tests to spoil in one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from leadin import course as whole_course
from leadin.authoring.build import build
from leadin.authoring.notebooks import load, tidy, to_bytes
from leadin.authoring.problems import find_problems

LESSON = "08_training_linear"

TRAIN = '''\
def train(x_data, y_data, w, lr, epochs):
    """Return the loss of each epoch."""
    losses = []
    ### BEGIN SOLUTION
    for _ in range(epochs):
        losses.append(w)
    ### END SOLUTION
    return losses'''


@dataclass(frozen=True)
class SmallExercise:
    """Stands for an exercise's definition."""

    id: str = "08-train-linear"
    lesson: str = LESSON
    function: str = "train"
    points: int = 4


class Course:
    """A folder with solutions/, lessons/ and pics/, and what stands in its only lesson."""

    def __init__(self, root: Path) -> None:
        """Write the lesson's solution and derive the lesson."""
        self.root = root
        self.solution = root / "solutions" / f"{LESSON}.ipynb"
        self.lesson = root / "lessons" / f"{LESSON}.ipynb"
        self.exercises = {"08-train-linear": SmallExercise()}
        (root / "pics").mkdir()
        (root / "pics" / "08_graph.svg").write_text("<svg/>", encoding="utf-8")
        self.solution.parent.mkdir()
        self.solution.write_bytes(to_bytes(tidy(small_notebook())))
        build(root)

    def change(self, edit: Callable[[NotebookNode], object], path: Path | None = None) -> None:
        """Edit a notebook, the solution unless told otherwise, and save it."""
        path = path or self.solution
        notebook = load(path)
        edit(notebook)
        path.write_bytes(to_bytes(notebook))

    def problems(self) -> list[str]:
        """Check the course as it stands."""
        return [str(problem) for problem in find_problems(self.root, self.exercises)]

    def problems_after(self, edit: Callable[[NotebookNode], object]) -> list[str]:
        """Check the course after an edit of the solution and a new build."""
        self.change(edit)
        build(self.root)
        return self.problems()


def small_notebook() -> NotebookNode:
    """Make a solution with a text, a plain cell, the exercise and its check."""
    exercise = {
        "tags": ["exercise"],
        "nbgrader": {
            "grade": False,
            "grade_id": "08-train-linear",
            "locked": False,
            "schema_version": 3,
            "solution": True,
            "task": False,
        },
    }
    check = {
        "nbgrader": {
            "grade": True,
            "grade_id": "08-train-linear-check",
            "locked": True,
            "points": 4,
            "schema_version": 3,
            "solution": False,
            "task": False,
        }
    }
    text = "# One weight\n![The graph of one sample](../pics/08_graph.svg)"
    printed = new_output("stream", name="stdout", text="w = 1\n")
    return new_notebook(
        cells=[
            new_markdown_cell(text, id="one-weight"),
            new_code_cell("print('w = 1')", id="show-w", execution_count=1, outputs=[printed]),
            new_code_cell(TRAIN, id="train", execution_count=2, metadata=exercise),
            new_code_cell(
                'check("08-train-linear", train)',
                id="check-train",
                execution_count=3,
                metadata=check,
            ),
        ]
    )


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    # The small lesson has the name of a real one, and makes none of its promises.
    lessons = tuple(replace(each, minutes=0) for each in whole_course.LESSONS)
    monkeypatch.setattr(whole_course, "LESSONS", lessons)
    return Course(tmp_path)


@pytest.fixture
def solution() -> NotebookNode:
    return small_notebook()


@pytest.fixture
def cell_of() -> Callable[[NotebookNode, str], NotebookNode]:
    """Find a cell by its id."""

    def find(notebook: NotebookNode, cell_id: str) -> NotebookNode:
        return next(cell for cell in notebook.cells if cell.id == cell_id)

    return find


@pytest.fixture
def is_valid() -> Callable[[NotebookNode], bool]:
    """Say whether nbformat itself accepts a notebook."""

    def judge(notebook: NotebookNode) -> bool:
        nbformat.validate(notebook)
        return True

    return judge
