"""One place says what makes a cell an exercise, its check, or a stub."""

from pathlib import Path
from typing import Any

import nbformat
import nbformat.v4 as nbf
import pytest

from leadin.course import EXERCISES, LESSONS, Lesson
from leadin.notebook.roles import (
    check_call,
    check_metadata,
    checked_by,
    grade_id,
    is_check,
    is_exercise,
    is_stub,
    solution_metadata,
)

ROOT = Path(__file__).parents[2]
ID = "08-train-linear"
STUB = "def train(*_):\n    raise NotImplementedError('write train()')"

each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)


def cell(source: str = "", tags: tuple[str, ...] = (), **metadata: Any) -> Any:
    return nbf.new_code_cell(source, metadata={"tags": list(tags), **metadata})


def code_cells(folder: str, lesson: Lesson) -> list[Any]:
    notebook = nbformat.read(ROOT / folder / f"{lesson.name}.ipynb", as_version=4)
    return [each for each in notebook.cells if each.cell_type == "code"]


@each_lesson
def test_an_exercise_is_followed_by_its_check(lesson: Lesson) -> None:
    cells = code_cells("solutions", lesson)
    places = [place for place, each in enumerate(cells) if is_exercise(each)]
    assert [grade_id(cells[place]) for place in places] == [each.id for each in lesson.exercises]
    for place, exercise in zip(places, lesson.exercises, strict=True):
        check = cells[place + 1]
        assert is_check(check)
        assert checked_by(check) == exercise.id
        assert check_call(check.source) == (exercise.id, exercise.function)


@each_lesson
def test_what_a_student_opens_is_a_stub_and_the_solution_is_none(lesson: Lesson) -> None:
    for folder, waits in (("lessons", True), ("solutions", False)):
        for each in filter(is_exercise, code_cells(folder, lesson)):
            assert is_stub(each.source, EXERCISES[grade_id(each)].function) is waits


def test_metadata_says_which_cell_is_which() -> None:
    exercise = cell(tags=("exercise",), nbgrader=solution_metadata(ID))
    check = cell(nbgrader=check_metadata(ID, 4))
    assert (is_exercise(exercise), is_check(exercise), checked_by(exercise)) == (True, False, "")
    assert (is_exercise(check), is_check(check), checked_by(check)) == (False, True, ID)


@pytest.mark.parametrize("nbgrader", [None, "", [], {"grade_id": 8}, {"grade_id": None}])
def test_whatever_stands_where_nbgraders_metadata_should_is_no_id(nbgrader: object) -> None:
    odd = cell(nbgrader=nbgrader)
    assert (grade_id(odd), checked_by(odd), is_check(odd)) == ("", "", False)


@pytest.mark.parametrize(
    ("source", "call"),
    [
        (f'check("{ID}", train)', (ID, "train")),
        (f"%time\n  check( '{ID}' , my_train )", (ID, "my_train")),
        (f"check('{ID}', lambda *_: [])", (ID, "")),
        (f"def broken(:\ncheck('{ID}', train)", (ID, "train")),
        ("print('check')", None),
        (f"# check('{ID}', train)", None),
    ],
)
def test_a_call_of_the_check_is_found_whatever_else_is_in_the_cell(
    source: str, call: tuple[str, str] | None
) -> None:
    assert check_call(source) == call


@pytest.mark.parametrize(
    ("source", "waits"),
    [
        (STUB, True),
        (f"%%time\n{STUB}", True),
        ("def train(*_):\n    '''Train.'''\n    raise NotImplementedError", True),
        ("def train(*_):\n    x = 1\n    raise NotImplementedError", False),
        ("def train(*_):\n    return []", False),
        ("def train(:", False),
        ("def other():\n    raise NotImplementedError", False),
    ],
)
def test_a_stub_does_nothing_but_say_that_it_waits(source: str, waits: bool) -> None:
    assert is_stub(source, "train") is waits
