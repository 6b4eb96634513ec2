"""`leadin gradebook`: the whole of it, from a folder to the reports on it."""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from rich.console import Console

from leadin.gradebook.class_folder import list_students
from leadin.gradebook.class_run import Crew, LocalCrew, Order, Progress, grade_class
from leadin.gradebook.display import Display
from leadin.gradebook.reports import write_reports
from leadin.gradebook.reports.summary import Summary
from leadin.gradebook.store import Store
from leadin.running.grade import CannotGradeError
from leadin.running.launcher import Mode
from leadin.running.start import open_launcher


def gradebook(
    class_folder: Path,
    order: Order,
    console: Console,
    *,
    out: Path | None = None,
    jobs: int = 2,
    cluster: str | None = None,
    json_file: TextIO | None = None,
) -> list[str]:
    """Grade a class and write all reports on it.

    Args:
        class_folder: with the students' folders or files.
        order: how to grade.
        console: shows how far it is.
        out: where results and reports go; without it, to a folder beside the class folder.
        jobs: notebooks at a time on this machine.
        cluster: address of a Dask scheduler whose workers run the notebooks instead.
        json_file: where the JSON report goes to as well.

    Returns:
        What it has come to, in lines for a terminal.

    Raises:
        CannotGradeError: the class could not be graded. What is stored by then stays.
    """
    place = class_folder.resolve()
    folder = out or place.with_name(f"{place.name}-graded")
    students = list_students(class_folder, leave_out=folder)
    with Store(folder / "gradebook.sqlite") as store, Display(console) as display:
        with _open_crew(cluster, jobs, order.mode) as crew:
            progress = grade_class(class_folder, students, store, crew, order, display.grading)
        graded = display.writing(store.students(), progress.students)
        summary = write_reports(graded, folder, place.name)
    if json_file:
        with (folder / "gradebook.json").open(encoding="utf-8") as report:
            shutil.copyfileobj(report, json_file)
    return [*_in_lines(summary, progress), f"reports: {folder}, first {folder / 'class.html'}"]


@contextmanager
def _open_crew(cluster: str | None, jobs: int, mode: Mode) -> Iterator[Crew]:
    if cluster is None:
        with open_launcher(mode) as launcher, LocalCrew(launcher, jobs, mode) as crew:
            yield crew
        return
    try:
        from leadin.gradebook.cluster import ClusterCrew
    except ModuleNotFoundError as error:
        raise CannotGradeError(
            f"--cluster needs Dask ({error}): install it with `pip install distributed`"
        ) from error
    with ClusterCrew(cluster, mode) as workers:
        yield workers


def _in_lines(summary: Summary, progress: Progress) -> list[str]:
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
