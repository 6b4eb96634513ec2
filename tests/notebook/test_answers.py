"""Which of a notebook's cells is the answer, and where it is judged."""

from pathlib import Path

import nbformat
import pytest

from leadin.course import EXERCISES
from leadin.notebook.roles import checked_by, is_exercise
from leadin.notebook.submission import Cell, Submission

#: What students open, in every language.
STUDENTS = sorted((Path(__file__).parents[2] / "lessons").rglob("[0-9]*.ipynb"))
EXERCISE = EXERCISES["08-train-linear"]
ID = EXERCISE.id
STUB = "def train(*_):\n    raise NotImplementedError('write train()')"
CODE = "def train(*_):\n    return [1.0]"

#: By a letter: a stub and an answer with the exercise's id, both without, a check, what is not run.
CELLS = {
    "S": Cell(STUB, answers=ID),
    "A": Cell(CODE, answers=ID),
    "s": Cell(STUB),
    "a": Cell(CODE),
    "C": Cell(f"check('{ID}', train)", checks=ID, function="train", is_given=True),
    "M": Cell("", answers=ID, not_run="markdown"),
    "H": Cell(f"%%html\n{CODE}", answers=ID, not_run="%%html"),
    "h": Cell(f"%%html\n{CODE}", not_run="%%html"),
}


def notebook(cells: str) -> Submission:
    return Submission(tuple(CELLS[each] for each in cells))


@pytest.mark.parametrize(
    ("cells", "answer", "judged"),
    [
        # As the lesson has it, and with its ids gone.
        ("SC", 0, 1),
        ("AC", 0, 1),
        ("aC", 0, 1),
        ("A", 0, 0),
        ("C", None, 0),
        # A solved copy beside the stub, on every side of stub and check.
        ("SAC", 1, 2),
        ("SaC", 1, 2),
        ("saC", 1, 2),
        ("ASC", 0, 0),
        ("aSC", 0, 0),
        ("SCA", 2, 2),
        ("SCa", 2, 2),
        ("sCa", 2, 2),
        ("ASCA", 0, 0),
        ("SS", 1, 1),
        ("SA", 1, 1),
        ("AS", 0, 0),
        ("SCAa", 2, 2),
        # Several that were written in: what Restart & Run All would give the check.
        ("AAC", 1, 2),
        ("aaC", 1, 2),
        ("ACA", 0, 1),
        ("aCa", 0, 1),
        ("ACa", 0, 1),
        ("Ca", 1, 0),
        # What is not run is no answer.
        ("MC", None, 1),
        ("MaC", 1, 2),
        ("HC", None, 1),
        ("hC", None, 1),
        ("HaC", 1, 2),
    ],
)
def test_what_counts_of_several_cells(cells: str, answer: int | None, judged: int) -> None:
    submission = notebook(cells)
    assert submission.answer(EXERCISE) == answer
    assert submission.judged_at(EXERCISE) == (judged, "train")


def test_an_exercise_that_is_not_run_is_there_and_says_why() -> None:
    for cells, why in (("M", "markdown"), ("H", "%%html"), ("h", "%%html"), ("AC", "")):
        assert notebook(cells).not_run(EXERCISE) == why
    assert notebook("M").exercises == [EXERCISE]
    assert notebook("M").judged_at(EXERCISE) is None


@pytest.mark.parametrize("path", STUDENTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_lesson_defines_the_function_of_its_exercise_elsewhere(path: Path) -> None:
    """Such a cell would be taken for a student's answer while the stub is untouched."""
    cells = [each for each in nbformat.read(path, as_version=4).cells if each.cell_type == "code"]
    others = [each for each in cells if not (is_exercise(each) or checked_by(each))]
    submission = Submission(tuple(Cell(each.source) for each in others))
    for exercise in EXERCISES.values():
        if exercise.lesson == path.stem:
            assert submission.answer(exercise) is None
