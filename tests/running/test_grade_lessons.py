"""`leadin grade` on real notebooks: each is run in a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from leadin.cli import main
from leadin.course import EXERCISES

ROOT = Path(__file__).parents[2]
ANSWERS = ROOT / "tests" / "submissions"

Submit = Callable[[Mapping[str, str]], Path]

#: The rows of the design's table of fingerprints, and how a student makes each mistake.
ROWS = [
    "no_zero_grad",
    "wrong_sign",
    "one_update_per_epoch",
    "loss_after_update",
    "halved_loss",
]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["grade", *map(str, arguments)])


def graded(path: Path, *options: str) -> dict[str, dict[str, Any]]:
    """The report's exercises by id."""
    result = run(path, "--json", "-", *options)
    report = json.loads(result.stdout)
    assert report["schema"] == 1
    return {
        exercise["id"]: exercise
        for submission in report["submissions"]
        for exercise in submission["exercises"]
    }


def answer(exercise: str, kind: str, name: str) -> str:
    return (ANSWERS / exercise / kind / f"{name}.py").read_text("utf-8")


def styles() -> list[str]:
    """Names of right answers that both training examples have."""
    folders = [ANSWERS / id_ / "correct" for id_ in ("08-train-linear", "09-train-quadratic")]
    names = [{path.stem for path in folder.glob("*.py")} for folder in folders]
    # Each is judged in tests/judging already; here it is seen that running them works too.
    return sorted(set.intersection(*names))[::2]


def test_the_untouched_lessons_score_nothing_and_every_exercise_waits() -> None:
    result = run(ROOT / "lessons")
    assert result.exit_code == 1
    everything = sum(exercise.points for exercise in EXERCISES.values())
    assert f"0 of {everything} points" in result.output
    for exercise in EXERCISES:
        (row,) = (line for line in result.output.splitlines() if f"│ {exercise} " in line)
        assert "missing" in row
    said = " ".join(result.output.split())
    assert f"Still waiting: {next(iter(EXERCISES))}, " in said
    assert f" and {len(EXERCISES) - 6} more." in said


def test_the_solutions_score_full_points() -> None:
    result = run(ROOT / "solutions")
    assert result.exit_code == 0, result.output
    everything = sum(exercise.points for exercise in EXERCISES.values())
    assert f"{everything} of {everything} points" in result.output


@pytest.mark.parametrize("row", ROWS)
def test_each_row_of_the_fingerprints_is_wrong_and_named(submit: Submit, row: str) -> None:
    ids = ("08-train-linear", "09-train-quadratic")
    report = graded(submit({id_: answer(id_, "mistakes", row) for id_ in ids}))
    for id_ in ids:
        assert (report[id_]["verdict"], report[id_]["points"]) == ("wrong", 0)
        assert report[id_]["mistakes"] == [row]
        assert report[id_]["first_wrong_epoch"] == 0


def test_zeroing_some_gradients_only_is_wrong_and_named(submit: Submit) -> None:
    id_ = "09-train-quadratic"
    report = graded(submit({id_: answer(id_, "mistakes", "zero_some_params")}))
    assert report[id_]["mistakes"] == ["zero_some_params"]


def test_at_least_six_styles_are_tried() -> None:
    assert len(styles()) >= 6


@pytest.mark.parametrize("style", styles())
def test_each_style_passes(submit_bare: Submit, style: str) -> None:
    ids = ("08-train-linear", "09-train-quadratic")
    report = graded(submit_bare({id_: answer(id_, "correct", style) for id_ in ids}))
    for id_ in ids:
        assert report[id_]["verdict"] == "pass", report[id_]["message"]
        assert report[id_]["points"] == report[id_]["max_points"]


def test_a_report_repeats_and_a_seed_chooses_other_inputs(submit_bare: Submit) -> None:
    id_ = "08-train-linear"
    folder = submit_bare({id_: answer(id_, "mistakes", "ignores_lr")})
    one = graded(folder)[id_]["message"]
    assert graded(folder)[id_]["message"] == one
    assert graded(folder, "--seed", "5")[id_]["message"] != one


def test_one_notebook_can_be_graded_alone(lessons: Path) -> None:
    report = graded(lessons / "09_training_quadratic.ipynb")
    assert list(report) == [id_ for id_, each in EXERCISES.items() if each.lesson[:2] == "09"]


def test_a_missing_notebook_is_reported_as_missing(lessons: Path) -> None:
    (lessons / "08_training_linear.ipynb").unlink()
    exercise = graded(lessons)["08-train-linear"]
    assert exercise["verdict"] == "missing"
    assert "There is no 08_training_linear.ipynb" in exercise["message"]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"cells": 3, "nbformat": 4}', "<html>", "\0"])
def test_a_broken_notebook_is_invalid_and_does_not_stop_the_others(
    lessons: Path, content: str
) -> None:
    (lessons / "08_training_linear.ipynb").write_text(content)
    result = run(lessons, "--json", "-")
    assert result.exit_code == 2
    exercises = json.loads(result.stdout)["submissions"]
    verdicts = {each["id"]: each["verdict"] for nb in exercises for each in nb["exercises"]}
    assert verdicts["08-train-linear"] == "invalid"
    assert verdicts["09-train-quadratic"] == "missing"


@pytest.mark.parametrize("name", ["nowhere", "empty", "notes.txt"])
def test_what_can_not_be_graded_is_said_in_one_line(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("to do")
    result = run(tmp_path / name)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("leadin: ")
    assert result.stderr.count("\n") == 1


def test_all_reports_are_written(lessons: Path, tmp_path: Path) -> None:
    names = ["report.json", "junit.xml", "summary.md"]
    options = [
        part
        for option, name in zip(("--json", "--junit", "--markdown"), names, strict=True)
        for part in (option, str(tmp_path / name))
    ]
    run(lessons / "08_training_linear.ipynb", *options)
    texts = [(tmp_path / name).read_text("utf-8") for name in names]
    assert all("08-train-linear" in text for text in texts)
    assert '"student": "ada"' in texts[0]


def test_the_commands_process_has_the_same_exit_code_and_leaves_no_other(lessons: Path) -> None:
    """The real thing once, from outside."""
    command = [sys.executable, "-m", "leadin", "grade", str(lessons)]
    environment = {**os.environ, "PYTHONWARNINGS": "error"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 1, done.stderr
    assert done.stderr == ""


def test_a_submission_is_found_from_the_folder_that_the_grader_is_in(
    submit_bare: Submit, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = submit_bare({"08-train-linear": answer("08-train-linear", "correct", "plain_python")})
    monkeypatch.chdir(folder.parent)
    assert graded(Path(folder.name))["08-train-linear"]["verdict"] == "pass"
