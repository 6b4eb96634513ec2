"""What is written about a graded class, in one pass over its students."""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TextIO

from leadin.gradebook.reports.class_page import class_page
from leadin.gradebook.reports.data import (
    ENCODING,
    Canvas,
    Gradebook,
    JsonReport,
    JUnitReport,
    to_gradescope,
)
from leadin.gradebook.reports.feedback import feedback_page, file_stem
from leadin.gradebook.reports.summary import Summary
from leadin.gradebook.store import GradedStudent
from leadin.running.grade import CannotGradeError


def write_reports(students: Iterable[GradedStudent], folder: Path, name: str) -> Summary:
    """Write every report on a class, and remove the pages of students who are not there any more.

    Written are gradebook.csv, canvas.csv, gradebook.json, junit.xml and class.html, and for each
    student feedback/<student>.html and gradescope/<student>.json. The reports on the class appear
    when all of it is written; until then the ones of an earlier run stay.

    Args:
        students: gone through once, and not kept.
        folder: where to write to; it is made if need be.
        name: the class's.

    Returns:
        The class in numbers.

    Raises:
        CannotGradeError: they can't be written.
    """
    try:
        return _write(students, folder, name)
    except OSError as error:
        raise CannotGradeError(
            f"the reports can't be written to {folder}: {error.strerror}; all results are stored"
        ) from error


def _write(students: Iterable[GradedStudent], folder: Path, name: str) -> Summary:
    for inner in ("feedback", "gradescope"):
        (folder / inner).mkdir(parents=True, exist_ok=True)
    summary, stems = Summary(), set()
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
            stems.add(_write_student(graded, folder))
        as_json.end(summary.isolation)
        junit.end()
        page.write(class_page(name, summary))
    for path in (*(folder / "feedback").glob("*.html"), *(folder / "gradescope").glob("*.json")):
        if path.stem not in stems:
            with suppress(OSError):
                path.unlink()
    return summary


def _write_student(graded: GradedStudent, folder: Path) -> str:
    """Write a student's own files; return what they are called."""
    stem = file_stem(graded.student)
    results = json.dumps(to_gradescope(graded.notebooks), ensure_ascii=False, indent=1)
    for path, text in (
        (folder / "feedback" / f"{stem}.html", feedback_page(graded)),
        (folder / "gradescope" / f"{stem}.json", f"{results}\n"),
    ):
        path.write_text(text, "utf-8", "replace")
    return stem


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
