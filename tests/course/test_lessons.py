"""Every lesson is declared once, and says what its notebook says."""

import re
from pathlib import Path

import nbformat
import pytest

from leadin.authoring.build import TABLE_BEGIN, TABLE_END, build
from leadin.authoring.problems import find_problems
from leadin.course import (
    LESSONS,
    LOOPS,
    SMALL,
    Exercise,
    Lesson,
    Small,
    UnknownLessonError,
    lessons_named,
)
from leadin.course.topics import MISTAKES, Section, section_for, section_on

ROOT = Path(__file__).parents[2]

each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)


def markdown(lesson: str) -> dict[str, str]:
    """The texts of a lesson's Markdown cells by id."""
    notebook = nbformat.read(ROOT / "solutions" / f"{lesson}.ipynb", as_version=4)
    return {cell.id: cell.source for cell in notebook.cells if cell.cell_type == "markdown"}


def test_every_notebook_is_a_lesson_in_order() -> None:
    names = sorted(path.stem for path in (ROOT / "solutions").glob("*.ipynb"))
    assert [lesson.name for lesson in LESSONS] == names


@each_lesson
def test_a_lessons_title_and_question_are_those_of_its_notebook(lesson: Lesson) -> None:
    opening = next(iter(markdown(lesson.name).values()))
    assert f"# {lesson.number} · {lesson.title}\n" in opening
    assert f"**The question:** {lesson.question}\n" in opening


@each_lesson
def test_a_lessons_exercises_name_their_lesson(lesson: Lesson) -> None:
    assert lesson.exercises
    assert {exercise.lesson for exercise in lesson.exercises} == {lesson.name}


@each_lesson
def test_a_topic_is_taught_in_a_cell_with_a_heading(lesson: Lesson) -> None:
    cells = markdown(lesson.name)
    for topic, cell in lesson.teaches.items():
        assert re.search(r"^#+ \S", cells.get(cell, ""), re.MULTILINE), topic


def test_every_topic_of_a_lesson_is_one_that_mistakes_are_about() -> None:
    assert {topic for lesson in LESSONS for topic in lesson.teaches} == set(MISTAKES.values())


def test_every_mistake_of_an_exercise_is_about_something() -> None:
    for exercise in LOOPS.values():
        assert exercise.mistakes.keys() <= MISTAKES.keys(), exercise.id


def test_a_reader_is_sent_to_the_own_lesson_where_it_has_the_topic() -> None:
    own = Section("01_linear_model", LESSONS[0].teaches["update"])
    assert section_for("wrong_sign", LOOPS["01-gradient-by-hand"]) == own


def test_nobody_is_sent_ahead() -> None:
    assert section_on("dynamic graph", "05_requires_grad") is None
    for exercise in LOOPS.values():
        for mistake in MISTAKES:
            section = section_for(mistake, exercise)
            assert section is None or section.lesson <= exercise.lesson


@pytest.mark.parametrize("exercise", LOOPS.values(), ids=LOOPS)
def test_every_mistake_of_a_loop_is_taught_before_it_can_be_made(exercise: Exercise) -> None:
    untaught = [each for each in exercise.mistakes if not section_for(each, exercise)]
    assert untaught == []


@pytest.mark.parametrize("small", SMALL.values(), ids=SMALL)
def test_a_small_exercise_is_taught_in_a_cell_with_a_heading(small: Small) -> None:
    for section in (small.section, *small.sections.values()):
        text = markdown(small.lesson).get(section, "")
        assert re.search(r"^#+ \S", text, re.MULTILINE)


def test_a_mistake_of_a_small_exercise_may_be_taught_in_a_section_of_its_own() -> None:
    steps = SMALL["05-two-updates"]
    assert section_for("no_zero_grad", steps) == Section("05_requires_grad", "clear")
    assert section_for("wrong_sign", steps) == Section("05_requires_grad", "update-intro")


@pytest.mark.parametrize("name", ["08", "08_training_linear", "08_training_linear.ipynb"])
def test_a_lesson_is_found_by_number_name_or_file(name: str) -> None:
    assert [lesson.name for lesson in lessons_named([name])] == ["08_training_linear"]


def test_lessons_come_in_the_courses_order_and_all_of_them_where_none_is_named() -> None:
    assert [lesson.number for lesson in lessons_named(["09", "02"])] == ["02", "09"]
    assert lessons_named([]) == LESSONS


def test_a_part_of_the_course_is_named_by_its_first_and_last_lesson() -> None:
    assert [each.number for each in lessons_named(["02-04", "09"])] == ["02", "03", "04", "09"]
    assert [each.number for each in lessons_named(["08-08"])] == ["08"]


@pytest.mark.parametrize("name", ["04-02", "02-99", "02-", "2-4", "02-04-06"])
def test_a_part_that_is_none_is_answered_too(name: str) -> None:
    with pytest.raises(UnknownLessonError, match=f"^there is no lesson {name}; there are 01_"):
        lessons_named([name])


def test_an_unknown_lesson_is_answered_with_those_there_are() -> None:
    with pytest.raises(UnknownLessonError, match=r"^there is no lesson 8; there are 01_.*, 12_"):
        lessons_named(["08", "8"])


def test_a_table_of_lessons_that_was_edited_is_found_and_written_anew(tmp_path: Path) -> None:
    (tmp_path / "solutions").mkdir()
    readme = tmp_path / "README.md"
    readme.write_text(f"Before.\n\n{TABLE_BEGIN}\nedited\n{TABLE_END}\n\nAfter.\n", "utf-8")
    (problem,) = find_problems(tmp_path, {})
    assert (
        str(problem)
        == "README.md: has another table of lessons than the course: run `leadin build`"
    )
    assert build(tmp_path) == [readme]
    text = readme.read_text("utf-8")
    assert text.startswith("Before.\n")
    assert text.endswith("\nAfter.\n")
    assert all(f"[{lesson.title}](lessons/{lesson.name}.ipynb)" in text for lesson in LESSONS)
    assert find_problems(tmp_path, {}) == []
