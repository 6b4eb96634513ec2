"""What is written about a graded class, in one pass over its students."""

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TextIO

from leadin.gradebook.class_run import Progress
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

STORE = "gradebook.sqlite"


def folder_for(class_folder: Path) -> Path:
    """Where the reports on a class go, unless told otherwise."""
    place = class_folder.resolve()
    return place.with_name(f"{place.name}-graded")


def write_reports(students: Iterable[GradedStudent], folder: Path, name: str) -> Summary:
    """Write every report, and remove the pages of students who are not there any more.

    Args:
        students: gone through once.
        folder: where to write to.
        name: the class's.

    Raises:
        CannotGradeError: they can't be written.
    """
    stems: set[str] = set()

    def noted() -> Iterator[GradedStudent]:
        for student in students:
            stems.add(file_stem(student.student))
            yield student

    try:
        summary = export(noted(), folder, name)
    except OSError as error:
        raise CannotGradeError(
            f"the reports can't be written to {folder}: {error.strerror}; all results are stored"
        ) from error
    for path in (*(folder / "feedback").glob("*.html"), *(folder / "gradescope").glob("*.json")):
        if path.stem not in stems:
            with suppress(OSError):
                path.unlink()
    return summary


def in_lines(summary: Summary, progress: Progress) -> list[str]:
    """What a run has come to, for a terminal."""
    verdicts = sum(summary.verdicts.values(), Counter[str]())
    counted = ", ".join(f"{count:,} {verdict}" for verdict, count in verdicts.most_common())
    known = f", {progress.known:,} known already" if progress.known else ""
    points = f"{summary.mean:.1f} of {summary.max_points} points"
    lines = [
        f"{summary.students:,} students, on average {points}",
        f"exercises: {counted}",
        f"notebooks: {progress.graded:,} graded now{known}",
    ]
    if summary.needing:
        lines.append(f"to look at: {summary.needing:,} students; class.html names them")
    return [*lines, f"isolation: {summary.isolation or 'no student code was run'}"]


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
