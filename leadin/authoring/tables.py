"""The tables of lessons in README.md and lessons/README.md, written between two marks."""

import re
from pathlib import Path

from leadin.course import LESSONS, Lesson

#: The lines around a table. Nobody edits between them by hand.
BEGIN, END = "<!-- lessons: `leadin build` writes this table -->", "<!-- end of lessons -->"
_TABLE = re.compile(f"{re.escape(BEGIN)}\n.*?{re.escape(END)}", re.DOTALL)


def tables(root: Path) -> dict[Path, bytes]:
    """What the files with a table of lessons should hold.

    Args:
        root: the course's folder.

    Returns:
        By path, the whole text; a file without the marks stays as it is, one that is not there is
        left out.
    """
    made = {root / "README.md": _in_short(), root / "lessons" / "README.md": _in_full()}
    texts = {path: path.read_text("utf-8") for path in made if path.is_file()}
    return {path: _filled(text, made[path]).encode() for path, text in texts.items()}


def _filled(text: str, table: str) -> str:
    return _TABLE.sub(lambda _: f"{BEGIN}\n{table}{END}", text)


def _in_short() -> str:
    rows = (
        [lesson.number, f"[{lesson.title}](lessons/{lesson.name}.ipynb)", lesson.question]
        for lesson in LESSONS
    )
    return _table(["", "lesson", "its question"], *rows)


def _in_full() -> str:
    return _table(["", "lesson", "its question", "exercise", "points"], *map(_row, LESSONS))


def _row(lesson: Lesson) -> list[str]:
    return [
        lesson.number,
        f"[{lesson.title}]({lesson.name}.ipynb)",
        lesson.question,
        "<br>".join(f"`{each.id}`" for each in lesson.exercises),
        "<br>".join(str(each.points) for each in lesson.exercises),
    ]


def _table(head: list[str], *rows: list[str]) -> str:
    lines = (f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows))
    text = "".join(f"{line}\n" for line in lines).replace("|  |", "| |")
    return f"\n{text}\n"
