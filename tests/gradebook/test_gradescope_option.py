"""`leadin grade --gradescope`: the results.json that a student sees, whatever was handed in."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from leadin.cli import main

from .conftest import ID, LESSON, RIGHT, WRONG, write_notebook

pytestmark = pytest.mark.usefixtures("shared_launcher")


def grade(path: Path, results: Path) -> tuple[Result, dict[str, Any]]:
    """Grade, and read the file as Gradescope would."""
    result = CliRunner().invoke(main, ["grade", str(path), "--gradescope", str(results)])
    report = json.loads(results.read_text("utf-8"))
    assert isinstance(report, dict)
    return result, report


@pytest.mark.parametrize(
    ("answer", "code", "score", "status"), [(RIGHT, 0, 4, "passed"), (WRONG, 1, 0, "failed")]
)
def test_right_and_wrong_answers_are_both_reported(
    tmp_path: Path, answer: str, code: int, score: int, status: str
) -> None:
    # Not named like the lesson, it is asked for no exercise but the one that it has.
    path = write_notebook(tmp_path / "ada" / "homework.ipynb", answer)
    result, report = grade(path, tmp_path / "results.json")
    assert result.exit_code == code
    assert report["score"] == score
    (test,) = report["tests"]
    assert (test["score"], test["max_score"], test["status"]) == (score, 4, status)
    assert test["name"].startswith(ID)


def test_a_broken_notebook_is_reported_with_its_reason(tmp_path: Path) -> None:
    path = tmp_path / LESSON
    path.write_text("{")
    result, report = grade(path, tmp_path / "results.json")
    assert result.exit_code == 2
    assert report["score"] == 0
    assert "08_training_linear.ipynb ends in the middle" in report["tests"][0]["output"]


def test_where_nothing_can_be_graded_the_student_is_told_why(tmp_path: Path) -> None:
    result, report = grade(tmp_path, tmp_path / "results.json")
    assert result.exit_code == 2
    assert report["score"] == 0
    assert report["tests"] == []
    assert report["output"].startswith("Not graded: ")
    assert "has no notebook with an exercise of this course in it" in report["output"]


def test_on_standard_output_the_report_stands_alone(tmp_path: Path) -> None:
    path = write_notebook(tmp_path / "ada" / LESSON, RIGHT)
    result = CliRunner().invoke(main, ["grade", str(path), "--gradescope", "-"])
    assert json.loads(result.stdout)["score"] == 4
    assert "isolation: " in result.stderr
