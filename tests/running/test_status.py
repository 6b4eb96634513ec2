"""`leadin status`: where a student stands, and what to do next."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from leadin.cli import main
from leadin.notebook.roles import is_stub

from .conftest import edit_notebook, fill_in

ANSWERS = Path(__file__).parents[1] / "submissions"

Submit = Callable[[Mapping[str, str]], Path]


def answer(exercise: str, name: str) -> str:
    return (ANSWERS / exercise / f"{name}.py").read_text("utf-8")


def right_answer(exercise: str) -> str:
    """The first one in the file of a small exercise."""
    return (ANSWERS / f"{exercise}.py").read_text("utf-8").split("\n# correct:")[0]


def status(folder: Path) -> str:
    result = CliRunner().invoke(main, ["status", str(folder)])
    assert result.exit_code == 0, result.output
    return result.output


def test_an_untouched_course_begins_at_the_first_exercise() -> None:
    said = status(Path(__file__).parents[2] / "lessons")
    assert "passes" not in said
    assert "Next: 01-chain-rule, in 01_linear_model.ipynb." in said


def test_what_passes_and_what_is_wrong_is_told_apart(submit_bare: Submit) -> None:
    folder = submit_bare(
        {
            "08-train-linear": answer("08-train-linear", "correct/plain_python"),
            "09-train-quadratic": answer("09-train-quadratic", "mistakes/no_bias"),
        }
    )
    lines = status(folder).splitlines()
    (linear,) = (line for line in lines if "│ 08-train-linear" in line)
    (quadratic,) = (line for line in lines if "│ 09-train-quadratic" in line)
    assert "passes" in linear
    assert "wrong" in quadratic


def test_the_next_step_comes_with_its_hint(submit_bare: Submit) -> None:
    small = ("08-first-gradients", "08-epoch-loss", "08-shrink")
    answers = {each: right_answer(each) for each in small}
    answers["08-train-linear"] = answer("08-train-linear", "mistakes/wrong_sign")
    folder = submit_bare(answers)
    for path in folder.glob("09*"):
        path.unlink()
    (path,) = folder.glob("08*")
    said = status(path)
    assert "Next: 08-train-linear, in 08_training_linear.ipynb." in said
    assert "[wrong_sign]" in said


def test_what_keeps_an_exercise_from_being_looked_at_is_said_wherever_it_stands(
    submit_bare: Submit,
) -> None:
    folder = submit_bare(
        {
            "08-train-linear": answer("08-train-linear", "mistakes/wrong_sign"),
            "09-train-quadratic": "%%html\n",
        }
    )
    (folder / "10_modern_pytorch.ipynb").write_text("<html>")
    said = status(folder)
    assert "Next: 01-chain-rule" in said
    assert "begins with %%html" in said
    assert "a saved web page" in said
    assert "[wrong_sign]" not in said, "one step at a time"
    (quadratic,) = (line for line in said.splitlines() if "│ 09-train-quadratic" in line)
    assert "not run" in quadratic


@pytest.mark.parametrize("linear", ["", answer("08-train-linear", "correct/plain_python")])
def test_what_a_notebook_of_an_older_release_lacks_is_still_to_do(
    bare_lessons: Path, linear: str
) -> None:
    small = ("08-first-gradients", "08-epoch-loss", "08-shrink")

    def drop(notebook: Any) -> None:
        notebook.cells = [
            cell
            for cell in notebook.cells
            if not str(cell.metadata.get("nbgrader", {}).get("grade_id")).startswith(small)
        ]

    path = bare_lessons / "08_training_linear.ipynb"
    edit_notebook(path, drop)
    if linear:
        fill_in(path, "08-train-linear", linear)
    said = status(path)
    rows = {each: line for line in said.splitlines() for each in small if f"│ {each} " in line}
    assert [("untouched" in row, "0 of 1" in row) for row in rows.values()] == [(True, True)] * 3
    assert "Next: 08-first-gradients, in 08_training_linear.ipynb." in said
    assert said.count("The notebook has no cell for this exercise.") == 1
    (loop,) = (line for line in said.splitlines() if "│ 08-train-linear" in line)
    assert ("passes" in loop) == bool(linear)


@pytest.mark.parametrize(
    ("source", "untouched"),
    [
        ('def train(w):\n    """Train."""\n    raise NotImplementedError("write it")', True),
        ("def train(w):\n    raise NotImplementedError", True),
        ("def train(w):\n    return [w]\n    raise NotImplementedError", False),
        ("def train(w):\n    pass", False),
        ("def train(w):\n    raise ValueError", False),
        ("def other(w):\n    raise NotImplementedError", False),
        ("def train(:", False),
        ("", False),
    ],
)
def test_a_stub_is_known_by_doing_nothing_else(source: str, untouched: bool) -> None:
    assert is_stub(source, "train") is untouched
