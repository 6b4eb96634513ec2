"""What is written about a graded class, in one pass over its students."""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TextIO

from leadin.gradebook.exports.class_page import class_page
from leadin.gradebook.exports.feedback import feedback_page
from leadin.gradebook.exports.gradescope import to_gradescope
from leadin.gradebook.exports.names import file_stem
from leadin.gradebook.exports.streams import JsonReport, JUnitReport
from leadin.gradebook.exports.summary import Summary
from leadin.gradebook.exports.table import ENCODING, Canvas, Gradebook
from leadin.gradebook.results import GradedStudent

__all__ = ["Summary", "export", "to_gradescope"]


def export(students: Iterable[GradedStudent], folder: Path, name: str) -> Summary:
    """Write every report on a class.

    Written are gradebook.csv, canvas.csv, gradebook.json, junit.xml and class.html, and for each
    student feedback/<student>.html and gradescope/<student>.json. The reports on the class appear
    when all of it is written; until then the ones of an earlier run stay.

    Args:
        students: gone through once, and not kept.
        folder: where to write to; it is made if need be.
        name: the class's.

    Returns:
        The class in numbers.
    """
    for inner in ("feedback", "gradescope"):
        (folder / inner).mkdir(parents=True, exist_ok=True)
    summary = Summary()
    with ExitStack() as files:

        def report(file: str, encoding: str = "utf-8") -> TextIO:
            return files.enter_context(_replacing(folder / file, encoding))

        gradebook = Gradebook(report("gradebook.csv", ENCODING))
        canvas = Canvas(report("canvas.csv", ENCODING))
        as_json = JsonReport(report("gradebook.json"))
        junit = JUnitReport(report("junit.xml"))
        page = report("class.html")
        for graded in students:
            for each in (gradebook, canvas, as_json, junit, summary):
                each.add(graded)
            _write_student(graded, folder)
        as_json.end(summary.isolation)
        junit.end()
        page.write(class_page(name, summary))
    return summary


def _write_student(graded: GradedStudent, folder: Path) -> None:
    stem = file_stem(graded.student)
    results = json.dumps(to_gradescope(graded.notebooks), ensure_ascii=False, indent=1)
    for path, text in (
        (folder / "feedback" / f"{stem}.html", feedback_page(graded)),
        (folder / "gradescope" / f"{stem}.json", f"{results}\n"),
    ):
        path.write_text(text, "utf-8", "replace")


@contextmanager
def _replacing(path: Path, encoding: str) -> Iterator[TextIO]:
    """A file that takes the place of an older one once it is complete."""
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        # A name from a file system may hold what is no text.
        with unfinished.open("w", encoding=encoding, errors="replace", newline="") as file:
            yield file
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)
