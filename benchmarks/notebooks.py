"""The notebooks that are graded."""

from pathlib import Path
from typing import Any

import nbformat
import nbformat.v4 as nbf

ROOT = Path(__file__).parents[1]
EXERCISE = "08-train-linear"
POINTS = 4
NAME = "08_training_linear.ipynb"


def lesson() -> Any:
    """Lesson 08 as it is, solved."""
    notebook = nbformat.read(ROOT / "solutions" / NAME, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return notebook


def minimal(answer: str | None = None) -> Any:
    """Its exercise and check alone, after a cell that imports torch.

    Args:
        answer: text of the exercise cell; the solution's without one.
    """
    notebook = lesson()
    imports = nbf.new_code_cell("import torch\n\nfrom leadin.check import check", id="set-up")
    exercise, check = (cell for cell in notebook.cells if "nbgrader" in cell.metadata)
    if answer is not None:
        exercise.source = answer
    notebook.cells = [imports, exercise, check]
    return notebook


def without_check(notebook: Any) -> Any:
    """A copy for graders whose tests stand beside the notebook, not in it."""
    kept = [each for each in notebook.cells if not each.metadata.get("nbgrader", {}).get("grade")]
    return nbf.new_notebook(cells=kept, metadata=notebook.metadata)
