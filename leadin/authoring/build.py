"""`leadin build`: tidy the solutions, derive the lessons, and write the tables of lessons."""

import re
from pathlib import Path

from leadin import course
from leadin.authoring.derive import derive
from leadin.authoring.notebooks import load, naming, notebooks_in, tidy, to_bytes, write_if_changed
from leadin.words import say

SOLUTIONS = "solutions"
LESSONS = "lessons"

#: The lines around a table. Nobody edits between them by hand.
TABLE_BEGIN, TABLE_END = (
    "<!-- lessons: `leadin build` writes this table -->",
    "<!-- end of lessons -->",
)
_TABLE = re.compile(f"{re.escape(TABLE_BEGIN)}\n.*?{re.escape(TABLE_END)}", re.DOTALL)


def build(root: Path) -> list[Path]:
    """Tidy solutions/ in place, derive lessons/, and write the tables of lessons.

    A second run changes nothing. A lesson without a solution is left alone: see `extra_lessons`.

    Args:
        root: the folder that holds solutions/ and lessons/.

    Returns:
        The files that changed, solution before lesson, tables last.

    Raises:
        NotebookError: a solution can't be read or derived. Nothing has been written then.
    """
    content: dict[Path, bytes] = {}
    for path in notebooks_in(root / SOLUTIONS):
        solution = tidy(load(path))
        content[path] = to_bytes(solution)
        with naming(path):
            content[root / LESSONS / path.name] = to_bytes(derive(solution))
    content |= tables(root)
    return [path for path, new in content.items() if write_if_changed(path, new)]


def extra_lessons(root: Path) -> list[Path]:
    """List the lessons that no solution stands behind, for the author to delete or to adopt."""
    sources = {path.name for path in notebooks_in(root / SOLUTIONS)}
    return [path for path in notebooks_in(root / LESSONS) if path.name not in sources]


def tables(root: Path) -> dict[Path, bytes]:
    """What the files with a table of lessons should hold.

    Args:
        root: the course's folder.

    Returns:
        By path, the whole text; a file without the marks stays as it is, one that is not there is
        left out.
    """
    made = {
        root / "README.md": _in_short(),
        root / LESSONS / "README.md": _in_full(),
        root / LESSONS / "glossary.md": _glossary(),
    }
    texts = {path: path.read_text("utf-8") for path in made if path.is_file()}
    return {path: _filled(text, made[path]).encode() for path, text in texts.items()}


def _filled(text: str, table: str) -> str:
    return _TABLE.sub(lambda _: f"{TABLE_BEGIN}\n{table}{TABLE_END}", text)


def _in_short() -> str:
    rows = (
        [lesson.number, f"[{lesson.title}](lessons/{lesson.name}.ipynb)", lesson.question]
        for lesson in course.LESSONS
    )
    return _table(["", "lesson", "its question"], *rows)


def _in_full() -> str:
    head = ["", "lesson", "its question", "minutes", "exercises", "points"]
    return _table(head, *map(_row, course.LESSONS))


def _row(lesson: course.Lesson) -> list[str]:
    return [
        lesson.number,
        f"[{lesson.title}]({lesson.name}.ipynb)",
        lesson.question,
        str(lesson.minutes),
        str(len(lesson.exercises)),
        str(sum(each.points for each in lesson.exercises)),
    ]


def _glossary() -> str:
    """The terms from A to Z, each with the cell that explains it."""
    rows = {
        say(f"glossary.{term}.term"): [
            f"**{say(f'glossary.{term}.term')}**",
            say(f"glossary.{term}.means"),
            f'[{lesson.number}]({lesson.name}.ipynb#cell-id={cell} "{lesson.title}")',
        ]
        for lesson in course.LESSONS
        for term, cell in lesson.explains.items()
    }
    in_order = (rows[term] for term in sorted(rows, key=str.casefold))
    return _table(["term", "what it means", "lesson"], *in_order)


def _table(head: list[str], *rows: list[str]) -> str:
    lines = (f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows))
    text = "".join(f"{line}\n" for line in lines).replace("|  |", "| |")
    return f"\n{text}\n"
