"""lessons/lecture_note.md agrees with the lessons: links, named cells and statements."""

import functools
import re
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
import pytest

ROOT = Path(__file__).parents[2]
LESSONS, SOLUTIONS = ROOT / "lessons", ROOT / "solutions"
NOTE = (LESSONS / "lecture_note.md").read_text(encoding="utf-8")

STATEMENTS_HEAD = "| statement | lesson | cell | verdict |"
VERDICTS = {"taught", "narrowed", "corrected"}


class CellLink(NamedTuple):
    shown: str  # the id that the reader sees
    lesson: str  # file name of the notebook
    cell: str  # the id that the link leads to
    section: str  # its tooltip


CELL_LINKS = [
    CellLink(*parts)
    for parts in re.findall(r'\[`([^`\]]+)`\]\(([^)#]+\.ipynb)#cell-id=(\S+) "([^"]*)"\)', NOTE)
]
CITED_LESSONS = sorted({link.lesson for link in CELL_LINKS})

each_folder = pytest.mark.parametrize("folder", [LESSONS, SOLUTIONS], ids=lambda path: path.name)
each_cited_lesson = pytest.mark.parametrize("lesson", CITED_LESSONS)


def notebook_names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.ipynb"))


@functools.cache
def cells(notebook: Path) -> list[Any]:
    return nbformat.read(notebook, as_version=4).cells


def columns(row: str) -> list[str]:
    return [column.strip() for column in row.strip("|").split("|")]


def rows_under(head: str) -> list[list[str]]:
    """The rows of every table with this head."""
    tables = re.findall(re.escape(head) + r"\n\|[ |-]+\|\n((?:\|.*\n)+)", NOTE)
    return [columns(row) for table in tables for row in table.splitlines()]


def sections(notebook: Path) -> dict[str, set[str]]:
    """By cell: the heading that it stands under, and those inside it."""
    result = {}
    current = ""
    for cell in cells(notebook):
        found = [current]
        if cell.cell_type == "markdown":
            headings = re.findall(r"^#{1,3} (.+)$", cell.source, flags=re.MULTILINE)
            found += [heading.replace("`", "") for heading in headings]
        result[cell.id] = set(found)
        current = found[-1]
    return result


def anchor(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


@each_folder
@each_cited_lesson
def test_every_cell_that_is_named_is_in_its_lesson(lesson: str, folder: Path) -> None:
    named = {link.cell for link in CELL_LINKS if link.lesson == lesson}
    assert named - {cell.id for cell in cells(folder / lesson)} == set()


@each_cited_lesson
def test_a_cells_tooltip_is_the_heading_over_it(lesson: str) -> None:
    headings = sections(SOLUTIONS / lesson)
    elsewhere = {
        link.cell: (link.section, headings[link.cell])
        for link in CELL_LINKS
        if link.lesson == lesson and link.section not in headings[link.cell]
    }
    assert elsewhere == {}


def test_a_cells_link_shows_the_id_that_it_leads_to() -> None:
    assert [link for link in CELL_LINKS if link.shown != link.cell] == []


def test_every_link_to_a_cell_is_understood_by_these_tests() -> None:
    assert NOTE.count("#cell-id=") == len(CELL_LINKS)


@pytest.mark.parametrize("page", ["README.md", "lecture_note.md"])
def test_every_link_leads_somewhere(page: str) -> None:
    text = (LESSONS / page).read_text("utf-8")
    anchors = {anchor(heading) for heading in re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)}
    for target in re.findall(r"\]\((\S+?)[\s)]", text):
        path, _, fragment = target.partition("#")
        assert (LESSONS / path).exists(), target
        if not path:
            assert fragment in anchors, target


def test_every_statement_has_its_cells_and_a_verdict() -> None:
    rows = rows_under(STATEMENTS_HEAD)
    assert rows
    for statement, lessons, cited, verdict in rows:
        assert verdict in VERDICTS, statement
        in_order = re.findall(r"\((.+?)\)", lessons)
        groups = cited.split("<br>")
        assert len(in_order) == len(groups), statement
        for lesson, group in zip(in_order, groups, strict=True):
            assert set(re.findall(r"\((.+?)#cell-id=", group)) == {lesson}, statement


def test_every_lesson_number_names_its_notebook() -> None:
    for number, name in re.findall(r"\[(\d\d)\]\((.+?)\)", NOTE):
        assert name.startswith(f"{number}_")


@pytest.mark.parametrize("verdict", ["narrowed", "corrected"])
def test_the_reasons_cite_what_was_not_simply_taught(verdict: str) -> None:
    _, reasons = NOTE.split("## What was corrected, and why")
    explained = set(re.findall(r"\((\S+#cell-id=\S+)", reasons))
    for statement, _, cited, given in rows_under(STATEMENTS_HEAD):
        if given == verdict:
            assert explained & set(re.findall(r"\((\S+#cell-id=\S+)", cited)), statement
