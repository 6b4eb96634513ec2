"""The reports on a class, beside the class folder or wherever they are asked for."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from leadin.gradebook.class_run import Progress
from leadin.gradebook.exports import Summary, export
from leadin.gradebook.exports.names import file_stem
from leadin.gradebook.results import GradedStudent
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
