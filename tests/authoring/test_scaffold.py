"""A new exercise is laid out whole, and its tests name what is still to be written."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner, Result

from leadin.authoring.curves import Alike, alike
from leadin.authoring.rules import exercise_findings
from leadin.authoring.scaffold import still_to_write
from leadin.cli import main
from leadin.course import EXERCISES, LOOPS

ROOT = Path(__file__).parents[2]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """What a course's folder has of two lessons."""
    for name in (
        "solutions/08_training_linear.ipynb",
        "solutions/12_debugging_clinic.ipynb",
        "leadin/course/lessons/lesson_08.py",
        "leadin/course/lessons/lesson_12.py",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def lay_out(course: Path, id_: str) -> Result:
    return CliRunner().invoke(main, ["new", "exercise", "--root", str(course), "--", id_])


def files(course: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(course.rglob("*")) if path.is_file()}


class Definition:
    """What the notebook rules must know of an exercise."""

    def __init__(self, id_: str, lesson: str, function: str) -> None:
        self.id, self.lesson, self.function, self.points = id_, lesson, function, 1


@pytest.mark.parametrize(
    ("id_", "lesson", "function"),
    [
        ("17-batch-by-hand", "17_batch_by_hand", "train"),
        ("08-one-step", "08_training_linear", "one_step"),
        ("12-one-more", "12_debugging_clinic", "one_more"),
    ],
)
def test_an_exercise_gets_its_cells_declaration_curve_and_folders(
    course: Path, id_: str, lesson: str, function: str
) -> None:
    notebook = course / "solutions" / f"{lesson}.ipynb"
    before = nbformat.read(notebook, as_version=4).cells if notebook.exists() else []
    result = lay_out(course, id_)
    assert result.exit_code == 0, result.output
    after = nbformat.read(notebook, as_version=4)
    assert after.cells[: len(before)] == before
    definitions = {**EXERCISES, id_: Definition(id_, lesson, function)}
    assert exercise_findings(after, lesson, definitions) == []
    text = (course / "leadin/course/lessons" / f"lesson_{id_[:2]}.py").read_text("utf-8")
    ast.parse(text)
    assert f'id="{id_}"' in text
    assert (course / f"tests/expected_curves/{id_}.csv").read_text() == "epoch,loss\n"
    assert {path.name for path in (course / "tests/submissions" / id_).iterdir()} == {
        "correct",
        "mistakes",
    }
    assert still_to_write(course, id_)


def test_what_is_there_is_never_overwritten(course: Path) -> None:
    lay_out(course, "17-batch-by-hand")
    kept = course / "tests/expected_curves/17-batch-by-hand.csv"
    kept.write_text("epoch,loss\n0,1.0\n")
    shutil.rmtree(course / "tests/submissions")
    before = files(course)
    assert lay_out(course, "17-batch-by-hand").exit_code == 0
    assert files(course) == before
    again = lay_out(course, "17-batch-by-hand")
    assert (again.exit_code, again.output) == (2, "leadin: 17-batch-by-hand is laid out already\n")


@pytest.mark.parametrize("id_", ["13", "x-y", "13-X", "../a", "8-foo", "13-", "13-a_b", "13-é"])
def test_a_bad_id_is_answered_in_one_line_and_nothing_is_written(course: Path, id_: str) -> None:
    before = files(course)
    result = lay_out(course, id_)
    assert result.exit_code == 2
    assert re.fullmatch(r"leadin: .* is no id of an exercise: choose one like .*\n", result.output)
    assert files(course) == before


def test_a_folder_without_a_course_is_answered_in_one_line(tmp_path: Path) -> None:
    result = lay_out(tmp_path, "17-batch-by-hand")
    assert result.exit_code == 2
    assert result.output.count("\n") == 1
    assert "go to the course" in result.output
    assert files(tmp_path) == {}


@pytest.mark.slow
def test_the_tests_of_a_new_exercise_name_what_is_missing(tmp_path: Path) -> None:
    ignored = shutil.ignore_patterns("__pycache__", ".*", "_build")
    for name in ("leadin", "solutions", "tests"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    id_ = "17-batch-by-hand"
    assert lay_out(tmp_path, id_).exit_code == 0
    where = [f"tests/course/test_{name}.py" for name in ("exercises", "lessons", "solutions")]
    where.append("tests/judging/test_submissions.py")
    options = ["-n0", "--tb=no", "-p", "no:cacheprovider", "-k", id_]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *where],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
    )
    failed = set(re.findall(r"FAILED \S+::(\w+)", run.stdout))
    assert failed == {
        "test_nothing_of_an_exercise_is_still_to_write",
        "test_the_oracle_gives_the_reviewed_curve",
        "test_the_solutions_curve_is_the_oracles",
        "test_every_exercise_has_right_and_wrong_answers",
    }, run.stdout + run.stderr


def test_mistakes_that_look_alike_are_found() -> None:
    known = (("no_update", "zero_before_step"),)
    exercise = LOOPS["08-train-linear"]
    assert alike(exercise) == Alike((), known, len(exercise.mistakes) - 2)


def test_the_command_prints_mistakes_that_look_alike() -> None:
    mistakes = len(LOOPS["08-train-linear"].mistakes)
    result = CliRunner().invoke(main, ["curve", "08-train-linear", "--mistakes"])
    assert result.output.splitlines() == [
        "the same curves: no_update, zero_before_step",
        f"curves of their own: {mistakes - 2} of {mistakes} mistakes",
    ]
