"""Whatever file is handed in, its student gets an answer; a right one in an odd file scores."""

from pathlib import Path

import pytest

from leadin.running.grade import GradedNotebook, grade
from leadin.running.launcher import Launcher
from leadin.words import render

from .conftest import RIGHT, on_the_loop, write_notebook
from .files import BROKEN, ODD, Write

NAME = "08_training_linear.ipynb"


def hand_in(tmp_path: Path, write: Write, launcher: Launcher) -> GradedNotebook:
    write_notebook(tmp_path / "ada" / NAME, RIGHT)
    path = tmp_path / "bob" / NAME
    path.parent.mkdir()
    write(path)
    (graded,) = (each for each in grade(path.parent, launcher=launcher) if each.notebook == NAME)
    return graded


@pytest.mark.parametrize(("write", "reason"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_invalid_and_its_student_reads_why(
    tmp_path: Path, launcher: Launcher, write: Write, reason: str
) -> None:
    judgement = on_the_loop(hand_in(tmp_path, write, launcher))
    assert (judgement.kind, judgement.points) == ("invalid", 0)
    assert reason in render(judgement).plain()
    assert str(tmp_path) not in render(judgement).plain(), (
        "the grader's folders are no student's business"
    )


@pytest.mark.parametrize("write", ODD.values(), ids=ODD)
def test_a_right_answer_in_an_odd_file_scores(
    tmp_path: Path, launcher: Launcher, write: Write
) -> None:
    judgement = on_the_loop(hand_in(tmp_path, write, launcher))
    assert judgement.kind == "pass", render(judgement).plain()
