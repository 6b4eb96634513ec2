"""Every way to lay out a class gives the same: students, and what each has handed in."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from leadin.course import EXERCISES
from leadin.gradebook import class_folder as class_folder_module
from leadin.gradebook.class_folder import (
    list_students,
    plain_name,
    read_file_name,
    read_folder_name,
)
from leadin.gradebook.handed_in import plan_student
from leadin.running.grade import CannotGradeError, Task
from leadin.words import say_reason

from .conftest import ID, LESSON, RIGHT, WRONG, write_notebook

ALL = tuple(EXERCISES.values())


def names(folder: Path) -> list[str]:
    return [student.name for student in list_students(folder)]


def tasks(folder: Path, name: str) -> list[Task]:
    (student,) = (each for each in list_students(folder) if each.name == name)
    planned = plan_student(folder, student, ALL)
    assert sorted(each.id for task in planned for each in task.exercises) == sorted(EXERCISES)
    return planned


def task(folder: Path, name: str) -> Task:
    """The one with the loop of lesson 08."""
    (found,) = (each for each in tasks(folder, name) if EXERCISES[ID] in each.exercises)
    return found


def source(folder: Path, name: str) -> str:
    submission = task(folder, name).submission
    assert submission
    return submission.cells[0].source


def test_a_folder_is_a_student(class_folder: Path) -> None:
    for name in ("grace", "ada", "Zoë", "张伟", "🦆 duck", "x" * 200, "two\nlines"):
        write_notebook(class_folder / name / LESSON, f"who = {name!r}")
    assert names(class_folder) == sorted(
        ["grace", "ada", "Zoë", "张伟", "🦆 duck", "x" * 200, "two\nlines"]
    )
    assert source(class_folder, "张伟") == "who = '张伟'"
    assert task(class_folder, "ada").submission.folder == class_folder / "ada"  # type: ignore[union-attr]


@pytest.mark.parametrize("inner", ["", "lessons", "fork-main/lessons", "a/b/c"])
def test_notebooks_are_found_wherever_a_student_has_put_them(
    class_folder: Path, inner: str
) -> None:
    write_notebook(class_folder / "ada" / inner / LESSON, "here = 1")
    assert source(class_folder, "ada") == "here = 1"
    assert task(class_folder, "ada").submission.folder == class_folder / "ada" / inner  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "inner", ["solutions", ".ipynb_checkpoints", "__MACOSX", ".hidden", "fork-main/solutions"]
)
def test_what_was_not_handed_in_does_not_count(class_folder: Path, inner: str) -> None:
    write_notebook(class_folder / "ada" / inner / LESSON, RIGHT)
    missing = task(class_folder, "ada")
    assert missing.kind == "missing"
    assert say_reason(missing.reason) == f"There is no {LESSON}: no notebook was handed in."


def test_an_older_copy_deeper_in_a_folder_does_not_count(class_folder: Path) -> None:
    write_notebook(class_folder / "ada" / LESSON, "new = 1")
    write_notebook(class_folder / "ada" / "backup" / LESSON, "old = 1")
    assert source(class_folder, "ada") == "new = 1"


STUB = 'def train(x_data, y_data, w, lr, epochs):\n    raise NotImplementedError("write train")'
BEYOND = "/".join("abcdef")


@pytest.mark.parametrize(
    ("copies", "counts"),
    [
        ({"lessons": "en = 1", "lessons/zh": "zh = 1"}, "en = 1"),
        ({"lessons": "en = 1", "lessons/zh": STUB}, "en = 1"),
        ({"lessons": STUB, "lessons/zh": "zh = 1"}, "zh = 1"),
        ({"lessons": STUB, "lessons/zh": STUB}, STUB),
        ({"lessons/zh": "zh = 1"}, "zh = 1"),
        ({"": STUB, "zh": "zh = 1"}, "zh = 1"),
        ({"": STUB, "lessons": "inner = 1"}, "inner = 1"),
        ({"fork/lessons": STUB, "fork/lessons/zh": "zh = 1"}, "zh = 1"),
        ({"": STUB, "a": STUB, "a/b/c": "deep = 1"}, "deep = 1"),
        ({"": STUB, "a": "upper = 1", "a/b": "lower = 1"}, "upper = 1"),
        ({"": STUB, BEYOND: "beyond = 1"}, STUB),
        ({"lessons": STUB, "solutions/zh": "solved = 1", "lessons/.zh": "hidden = 1"}, STUB),
    ],
)
def test_of_several_copies_the_first_that_is_written_in_counts(
    class_folder: Path, copies: dict[str, str], counts: str
) -> None:
    for inner, code in copies.items():
        write_notebook(class_folder / "ada" / inner / LESSON, code)
    assert source(class_folder, "ada") == counts
    place = next(inner for inner, code in copies.items() if code == counts)
    assert task(class_folder, "ada").submission.folder == class_folder / "ada" / place  # type: ignore[union-attr]


SMALL_ID = "08-shrink"
SHRINK, SHRINK_STUB = "shrink = lambda *all: 0.0", "def shrink(w):\n    raise NotImplementedError"
SHRINK_CHECK = f'check("{SMALL_ID}", shrink)'


@pytest.mark.parametrize(
    "copies",
    [
        {"lessons": (RIGHT, SHRINK_STUB), "lessons/zh": (STUB, SHRINK)},
        {"lessons": (RIGHT, ""), "lessons/zh": (STUB, SHRINK)},
        {"lessons": (RIGHT, SHRINK_STUB), "b/zh": (STUB, SHRINK), "c/zh": (WRONG, SHRINK)},
        {"": (RIGHT, SHRINK_STUB), "zh": (WRONG, SHRINK)},
    ],
)
def test_of_several_copies_each_exercise_counts_where_it_was_written(
    class_folder: Path, copies: dict[str, tuple[str, str]]
) -> None:
    for inner, (train, shrink) in copies.items():
        cells = [train, shrink, SHRINK_CHECK] if shrink else [train]
        write_notebook(class_folder / "ada" / inner / LESSON, *cells)
    first, second, *_ = copies
    by_exercise = {
        exercise.id: each for each in tasks(class_folder, "ada") for exercise in each.exercises
    }
    linear, small = by_exercise[ID], by_exercise[SMALL_ID]
    assert linear.submission
    assert linear.submission.folder == class_folder / "ada" / first
    assert small.submission
    assert small.submission.folder == class_folder / "ada" / second
    assert (linear.notebook, small.notebook) == (LESSON, f"zh/{LESSON}")


def test_a_copy_counts_for_an_exercise_whose_cell_the_notebook_has_lost(class_folder: Path) -> None:
    """Its check alone is no answer."""
    write_notebook(class_folder / "ada" / LESSON, SHRINK, SHRINK_CHECK)
    write_notebook(class_folder / "ada" / "zh" / LESSON, RIGHT)
    assert source(class_folder, "ada") == RIGHT


def test_what_was_handed_in_again_counts_but_for_exercises_that_it_lacks(
    class_folder: Path,
) -> None:
    write_notebook(class_folder / CANVAS.replace("linear", "linear-1"), RIGHT)
    write_notebook(class_folder / CANVAS, WRONG, SHRINK, SHRINK_CHECK)
    found = {each.notebook: each for each in tasks(class_folder, "lovelaceada") if each.submission}
    again, before = found[LESSON], found[f"2/{LESSON}"]
    assert again.submission
    assert again.submission.cells[0].source == RIGHT
    assert [each.id for each in before.exercises] == [SMALL_ID]


def test_a_twin_counts_for_a_lesson_that_is_not_there_otherwise(class_folder: Path) -> None:
    write_notebook(class_folder / "ada" / "lessons" / "09_training_quadratic.ipynb", STUB)
    write_notebook(class_folder / "ada" / "lessons" / "zh" / LESSON, "zh = 1")
    assert source(class_folder, "ada") == "zh = 1"


def test_a_renamed_notebook_counts_beside_an_untouched_lesson(class_folder: Path) -> None:
    write_notebook(class_folder / "ada" / LESSON, STUB)
    write_notebook(class_folder / "ada" / "my homework.ipynb", "renamed = 1")
    assert source(class_folder, "ada") == "renamed = 1"
    write_notebook(class_folder / "ada" / LESSON, "own = 1")
    assert source(class_folder, "ada") == "own = 1"


def test_a_copy_that_can_not_be_read_counts_where_nothing_else_is_written(
    class_folder: Path,
) -> None:
    write_notebook(class_folder / "ada" / "lessons" / LESSON, STUB)
    write_notebook(class_folder / "ada" / "lessons" / "zh" / LESSON).write_text("{")
    assert task(class_folder, "ada").kind == "invalid"
    write_notebook(class_folder / "ada" / "lessons" / LESSON, "en = 1")
    assert source(class_folder, "ada") == "en = 1"


@pytest.mark.parametrize("linked", ["lessons/zh", f"lessons/zh/{LESSON}"])
def test_a_link_is_no_copy(class_folder: Path, linked: str) -> None:
    write_notebook(class_folder / "ada" / "lessons" / LESSON, STUB)
    work = write_notebook(class_folder / "eve" / LESSON, "hers = 1")
    link = class_folder / "ada" / linked
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(work if link.suffix else work.parent)
    assert source(class_folder, "ada") == STUB


def test_a_renamed_notebook_is_found_by_its_cells(class_folder: Path) -> None:
    write_notebook(class_folder / "ada" / "my homework.ipynb", "renamed = 1")
    assert source(class_folder, "ada") == "renamed = 1"


def test_a_broken_notebook_with_a_browsers_number_is_still_the_lessons(class_folder: Path) -> None:
    path = class_folder / "ada" / "08_training_linear (1).ipynb"
    path.parent.mkdir()
    path.write_text("{")
    assert task(class_folder, "ada").kind == "invalid"
    assert task(class_folder, "ada").notebook == LESSON


@pytest.mark.parametrize("ending", [".txt", ".json", " (1).json"])
def test_a_notebook_that_a_browser_has_named_is_the_lessons(
    class_folder: Path, ending: str
) -> None:
    path = write_notebook(class_folder / "ada" / f"{LESSON}{ending}", "here = 1")
    assert source(class_folder, "ada") == "here = 1"
    assert task(class_folder, "ada").notebook == LESSON
    path.write_text("{")
    assert task(class_folder, "ada").reason.id == "is_cut_short"


def test_beside_the_notebook_itself_it_is_a_copy(class_folder: Path) -> None:
    write_notebook(class_folder / "ada" / f"{LESSON}.txt", "copy = 1")
    write_notebook(class_folder / "ada" / LESSON, "own = 1")
    assert source(class_folder, "ada") == "own = 1"
    write_notebook(class_folder / "ada" / LESSON, STUB)
    assert source(class_folder, "ada") == "copy = 1"
    assert task(class_folder, "ada").notebook == f"{LESSON}.txt"


def test_a_folder_named_like_a_notebook_is_passed_over(class_folder: Path) -> None:
    (class_folder / "ada" / LESSON).mkdir(parents=True)
    assert task(class_folder, "ada").kind == "invalid"
    assert "is no file but a folder" in say_reason(task(class_folder, "ada").reason)
    write_notebook(class_folder / "ada" / LESSON / LESSON, "inner = 1")
    assert source(class_folder, "ada") == "inner = 1"
    write_notebook(class_folder / "ada" / "my homework.ipynb", "other = 1")
    assert source(class_folder, "ada") == "other = 1"


CANVAS = "lovelaceada_12345_67890_08_training_linear.ipynb"
MOODLE = "Ada Lovelace_12345_assignsubmission_file_08_training_linear.ipynb"
BLACKBOARD = "Home_work_ada_attempt_2026-11-01-12-00-00_08_training_linear.ipynb"


@pytest.mark.parametrize(
    ("file", "name"),
    [
        (CANVAS, "lovelaceada"),
        ("lovelaceada_late_12345_67890_08_training_linear-1.ipynb", "lovelaceada"),
        ("lovelaceada_LATE_12345_67890_my_homework.ipynb", "lovelaceada"),
        ("anon_x7Kq2_67890_08_training_linear.ipynb", "anon_x7Kq2"),
        ("12345_67890_08_training_linear.ipynb", "12345"),
        (MOODLE, "Ada Lovelace"),
        (BLACKBOARD, "ada"),
        ("ada_08_training_linear.ipynb", "ada"),
        ("ada_lovelace_20261101_08_training_linear.ipynb", "ada_lovelace"),
        ("ada_1_1_08_training_linear.ipynb", "ada"),
        ("Ada 2_2026-11-01T12:00:00Z_08_training_linear.ipynb", "Ada"),
        ("Ada Lovelace - 08_training_linear (1).ipynb", "Ada Lovelace"),
        ("08_training_linear_ada.ipynb", "ada"),
        ("张伟_08_training_linear.ipynb", "张伟"),
        ("ada_homework.ipynb", "ada"),
        ("ada.ipynb", "ada"),
        (f"{CANVAS}.txt", "lovelaceada"),
        (f"{MOODLE}.json", "Ada Lovelace"),
        ("ada_08_training_linear.ipynb.txt", "ada"),
    ],
)
def test_a_flat_export_says_whose_each_file_is(class_folder: Path, file: str, name: str) -> None:
    write_notebook(class_folder / file, "mine = 1")
    (class_folder / "roster.csv").write_text("")
    assert names(class_folder) == [name]
    assert source(class_folder, name) == "mine = 1"
    assert task(class_folder, name).submission.folder is None  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        (CANVAS, CANVAS.replace("linear", "linear-1")),
        (CANVAS, CANVAS.replace("67890", "067891").replace("_12345", "_late_12345")),
        (BLACKBOARD.replace("11-01", "10-31"), BLACKBOARD),
        (MOODLE, MOODLE.replace("linear", "linear (1)")),
        ("ada_08_training_linear-2.ipynb", "ada_08_training_linear-10.ipynb"),
        ("ada_homework.ipynb", "ada_homework (1).ipynb"),
    ],
)
def test_what_was_handed_in_again_replaces_what_was_before(
    class_folder: Path, older: str, newer: str
) -> None:
    write_notebook(class_folder / newer, "newer = 1")
    write_notebook(class_folder / older, "older = 1")
    (name,) = names(class_folder)
    assert source(class_folder, name) == "newer = 1"


def test_files_of_one_student_belong_together(class_folder: Path) -> None:
    for lesson in ("08_training_linear", "09_training_quadratic"):
        exercise = next(id_ for id_, each in EXERCISES.items() if each.lesson == lesson)
        check = f'check("{exercise}", train)'
        write_notebook(class_folder / f"ada_{lesson}.ipynb", check, check=False)
    found = [each for each in tasks(class_folder, "ada") if each.submission]
    assert [each.notebook for each in found] == [LESSON, "09_training_quadratic.ipynb"]


def test_two_students_of_one_name_are_told_apart_by_number(class_folder: Path) -> None:
    write_notebook(class_folder / "Wei Wang_101_assignsubmission_file_" / LESSON, "first = 1")
    write_notebook(class_folder / "Wei Wang_102_assignsubmission_file_" / LESSON, "second = 1")
    write_notebook(class_folder / "wangwei_7001_12_08_training_linear.ipynb")
    write_notebook(class_folder / "wangwei_7002_13_hw.ipynb")
    assert names(class_folder) == [
        "Wei Wang (101)",
        "Wei Wang (102)",
        "wangwei (7001)",
        "wangwei (7002)",
    ]
    assert source(class_folder, "Wei Wang (102)") == "second = 1"


def test_blackboard_users_whose_names_end_alike_stay_two(class_folder: Path) -> None:
    for user, code in (("ann_lee", "first = 1"), ("bob_lee", "second = 1")):
        name = f"Homework_{user}_attempt_2026-11-01-12-00-00_{LESSON}"
        write_notebook(class_folder / name, code)
    assert names(class_folder) == ["lee (Homework_ann)", "lee (Homework_bob)"]


@pytest.mark.parametrize("between", ["_", "/"])
def test_moodles_numbers_differ_from_assignment_to_assignment(
    class_folder: Path, between: str
) -> None:
    for number, lesson in (("101", LESSON), ("202", "09_training_quadratic.ipynb")):
        prefix = f"Ada Lovelace_{number}_assignsubmission_file"
        write_notebook(class_folder / f"{prefix}{between}{lesson}", f"number = {number}")
    assert names(class_folder) == ["Ada Lovelace"]
    assert source(class_folder, "Ada Lovelace") == "number = 101"


def test_folders_and_files_can_be_mixed(class_folder: Path) -> None:
    write_notebook(class_folder / "grace" / LESSON, "a = 1")
    write_notebook(class_folder / "Ada Lovelace_1_assignsubmission_file_" / LESSON, "b = 1")
    write_notebook(class_folder / "Ada Lovelace_1_assignsubmission_onlinetext_" / "x.html")
    write_notebook(class_folder / CANVAS, "c = 1")
    assert names(class_folder) == ["Ada Lovelace", "grace", "lovelaceada"]
    assert [source(class_folder, name) for name in names(class_folder)] == [
        "b = 1",
        "a = 1",
        "c = 1",
    ]


@pytest.mark.parametrize(
    "layout", [LESSON, "08_training_linear (1).ipynb", "lessons/08_training_linear.ipynb"]
)
def test_one_submission_is_no_class(class_folder: Path, layout: str) -> None:
    write_notebook(class_folder / layout)
    with pytest.raises(CannotGradeError, match=r"is one submission.*`leadin grade "):
        list_students(class_folder)


def test_no_class_is_said_in_a_line(class_folder: Path) -> None:
    (class_folder / ".DS_Store").write_text("")
    with pytest.raises(CannotGradeError, match="has no submission in it"):
        list_students(class_folder)
    with pytest.raises(CannotGradeError, match="can't be opened: No such file"):
        list_students(class_folder / "nowhere")
    with pytest.raises(CannotGradeError, match="can't be opened: Not a directory"):
        list_students(class_folder / ".DS_Store")


def test_the_reports_are_no_student(class_folder: Path) -> None:
    write_notebook(class_folder / "ada" / LESSON)
    (class_folder / "out").mkdir()
    assert [each.name for each in list_students(class_folder, class_folder / "out")] == ["ada"]


def test_what_was_handed_in_instead_is_named(class_folder: Path) -> None:
    for name in ("grace_12345_67890_hw.zip", "alan_12345_67891_hw.pdf", "eve_12346_text.html"):
        (class_folder / name).write_text("")
    (class_folder / "empty").mkdir()
    (class_folder / "packed").mkdir()
    (class_folder / "packed" / "all.tar.gz").write_text("")
    assert names(class_folder) == ["alan", "empty", "eve", "grace", "packed"]
    reasons = {name: say_reason(task(class_folder, name).reason) for name in names(class_folder)}
    assert "hw.zip is an archive: it has to be unpacked." in reasons["grace"]
    assert "hw.pdf is no notebook." in reasons["alan"]
    assert "no notebook was handed in" in reasons["eve"]
    assert "no notebook was handed in" in reasons["empty"]
    assert "all.tar.gz is an archive" in reasons["packed"]


needs_links = pytest.mark.skipif(os.name == "nt", reason="links need rights on this system")


@needs_links
@pytest.mark.parametrize("target", ["outside", "class/ada"])
def test_a_folder_that_is_a_link_is_not_entered(
    class_folder: Path, tmp_path: Path, target: str
) -> None:
    write_notebook(tmp_path / "outside" / LESSON, RIGHT)
    write_notebook(class_folder / "ada" / LESSON, RIGHT)
    (class_folder / "eve").symlink_to(tmp_path / target)
    assert task(class_folder, "eve").kind == "invalid"
    assert (
        say_reason(task(class_folder, "eve").reason)
        == "eve is a link that leads to another folder."
    )


@needs_links
@pytest.mark.parametrize("target", ["outside", "class/ada", "nowhere"])
def test_a_notebook_that_is_a_link_is_not_opened(
    class_folder: Path, tmp_path: Path, target: str
) -> None:
    write_notebook(tmp_path / "outside" / LESSON, RIGHT)
    write_notebook(class_folder / "ada" / LESSON, RIGHT)
    (class_folder / "eve").mkdir()
    (class_folder / "eve" / LESSON).symlink_to(tmp_path / target / LESSON)
    (class_folder / f"mallory_{LESSON}").symlink_to(tmp_path / target / LESSON)
    (class_folder / "trudy").mkdir()
    (class_folder / "trudy" / "lessons").symlink_to(tmp_path / target)
    for name in ("eve", "mallory"):
        assert task(class_folder, name).kind == "invalid"
        assert "is a link that leads" in say_reason(task(class_folder, name).reason)
    assert not task(class_folder, "trudy").submission


def test_a_folder_that_does_not_open_is_an_answer(
    class_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_notebook(class_folder / "ada" / LESSON)
    scandir = os.scandir

    def refuse(path: str | Path) -> object:
        if Path(path).name == "ada":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert task(class_folder, "ada").kind == "invalid"
    assert (
        say_reason(task(class_folder, "ada").reason)
        == "The folder ada can't be opened: Permission denied."
    )


def test_a_name_that_is_no_text_is_made_one(
    class_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    try:
        write_notebook(Path(os.fsdecode(os.fsencode(class_folder) + b"/caf\xe9")) / LESSON)
    except OSError:
        pytest.skip("this file system has texts for names only")
    assert names(class_folder) == ["caf\\xe9"]
    assert task(class_folder, "caf\\xe9").submission


def test_two_ways_to_write_an_accent_are_one_name(class_folder: Path) -> None:
    write_notebook(class_folder / f"Zoe\u0308_{LESSON}")
    assert names(class_folder) == ["Zoë"]


def test_names_that_meet_stay_apart(class_folder: Path) -> None:
    write_notebook(class_folder / "wang_7001_12_hw.ipynb", "a = 1")
    write_notebook(class_folder / "wang_7002_12_hw.ipynb", "b = 1")
    write_notebook(class_folder / "wang (7001)" / LESSON, "c = 1")
    assert len(set(names(class_folder))) == 3


def deep(folder: Path) -> None:
    write_notebook(folder.joinpath(*"abcdefghijkl") / LESSON)


def many(folder: Path) -> None:
    for number in range(300):
        (folder / f"notes-{number}.ipynb").write_text('{"nbformat": 4, "cells": []}')


@pytest.mark.parametrize("fill", [deep, many])
def test_an_endless_archive_is_not_looked_through_to_the_end(
    class_folder: Path, fill: Callable[[Path], None]
) -> None:
    (class_folder / "eve").mkdir()
    fill(class_folder / "eve")
    assert task(class_folder, "eve").kind == "missing"


@pytest.mark.parametrize(
    "repeated", ["_1", "_1-1", "_", "a_1_", "a_late_", "1", "_attempt_", "-copy"]
)
@pytest.mark.parametrize("end", ["!_08_training_linear.ipynb", "x.ipynb", "08_training_linear"])
def test_a_name_that_is_made_to_be_hard_is_read_at_once(repeated: str, end: str) -> None:
    name = "a" + repeated * (220 // len(repeated)) + end
    began = time.perf_counter()
    read_file_name(name)
    read_folder_name(name)
    plain_name(name)
    assert time.perf_counter() - began < 1


def test_nothing_is_opened_to_list_a_class(
    class_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(50):
        write_notebook(class_folder / f"student-{number}" / LESSON)
    opened = []
    scandir = os.scandir
    monkeypatch.setattr(
        class_folder_module.os, "scandir", lambda path: opened.append(path) or scandir(path)
    )
    assert len(list_students(class_folder)) == 50
    assert opened == [class_folder]
