"""`leadin build --check`: everything about the notebooks that an author has to mend."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from leadin import course
from leadin.authoring.build import LESSONS, SOLUTIONS, extra_lessons, tables
from leadin.authoring.derive import derive, marker_findings
from leadin.authoring.form import form_findings
from leadin.authoring.notebooks import Finding, NotebookError, load, notebooks_in, tidy, to_bytes
from leadin.authoring.rules import (
    Exercises,
    exercise_findings,
    id_findings,
    link_findings,
    output_findings,
    role_findings,
)


@dataclass(frozen=True)
class Problem:
    """Something that an author has to mend.

    Attributes:
        notebook: the file, as seen from the folder that was checked.
        cell: the id of the cell, or None where it is the notebook as a whole.
        text: one line that says what to do.
    """

    notebook: Path
    cell: str | None
    text: str

    def __str__(self) -> str:
        """Give the problem as one line."""
        cell = "" if self.cell is None else f", cell {self.cell!r}"
        return f"{self.notebook.as_posix()}{cell}: {self.text}"


def find_problems(root: Path, exercises: Exercises) -> list[Problem]:
    """Check the solutions, the lessons derived from them and the exercises in them.

    Nothing is executed and nothing is written.

    Args:
        root: the folder that holds solutions/ and lessons/.
        exercises: the definitions by id.

    Returns:
        The problems, notebook by notebook; empty where all is well.
    """
    problems = []
    for path in notebooks_in(root / SOLUTIONS):
        problems += _solution_problems(root, path, exercises)
    for path in extra_lessons(root):
        text = f"has no solution: delete it, or add {SOLUTIONS}/{path.name}"
        problems.append(Problem(path.relative_to(root), None, text))
    for path, content in tables(root).items():
        if path.read_bytes() != content:
            text = "has another table of lessons than the course: run `leadin build`"
            problems.append(Problem(path.relative_to(root), None, text))
    return problems + _homeless(root, exercises)


def _solution_problems(root: Path, path: Path, exercises: Exercises) -> list[Problem]:
    name = path.relative_to(root)
    try:
        solution = load(path)
    except NotebookError as error:
        return [Problem(name, error.finding.cell, error.finding.text)]
    markers = marker_findings(solution)
    findings = [
        *markers,
        *id_findings(solution),
        *role_findings(solution),
        *output_findings(solution),
        *exercise_findings(solution, path.stem, exercises),
        *_form_findings(solution, path.stem),
        *link_findings(solution, (root / SOLUTIONS, root / LESSONS)),
        *_untidy(solution, path),
    ]
    problems = [Problem(name, finding.cell, finding.text) for finding in findings]
    # What can't be derived can't be compared either.
    return problems if markers else problems + _lesson_problems(root, name, solution)


def _form_findings(solution: NotebookNode, name: str) -> Iterator[Finding]:
    for lesson in course.LESSONS:
        if lesson.name == name:
            yield from form_findings(solution, lesson)


def _untidy(solution: NotebookNode, path: Path) -> Iterator[Finding]:
    tidied = tidy(solution)
    if path.read_bytes() != to_bytes(tidied):
        cells = _differing(solution, tidied)
        where = f" in {_quoted(cells)}" if cells else ""
        yield Finding(None, f"is not tidy{where}: run `leadin build`")


def _lesson_problems(root: Path, name: Path, solution: NotebookNode) -> list[Problem]:
    path = root / LESSONS / name.name
    lesson_name = path.relative_to(root)
    if not path.exists():
        return [Problem(lesson_name, None, "is missing: run `leadin build`")]
    expected = derive(tidy(solution))
    try:
        actual = load(path)
    except NotebookError as error:
        text = f"can't be compared ({error.finding.text}): run `leadin build`"
        return [Problem(lesson_name, None, text)]
    if path.read_bytes() == to_bytes(expected):
        return []
    cells = _differing(actual, expected)
    where = _quoted(cells) if cells else "metadata, spelling or order of cells"
    text = (
        f"is out of date or edited by hand ({where}): move what is worth keeping to "
        f"{name.as_posix()}, then run `leadin build`"
    )
    return [Problem(lesson_name, cells[0] if len(cells) == 1 else None, text)]


def _differing(actual: NotebookNode, expected: NotebookNode) -> list[str]:
    """List the ids of the cells that differ or that only one of two notebooks has."""
    old = {cell.id: cell for cell in actual.cells}
    new = {cell.id: cell for cell in expected.cells}
    return [key for key in {**new, **old} if old.get(key) != new.get(key)]


def _quoted(cells: list[str]) -> str:
    return ("cell " if len(cells) == 1 else "cells ") + ", ".join(map(repr, cells))


def _homeless(root: Path, exercises: Exercises) -> list[Problem]:
    """Name the exercises whose notebook does not exist."""
    return [
        Problem(path.relative_to(root), None, f"is missing: exercise {exercise.id!r} belongs there")
        for exercise in exercises.values()
        if not (path := root / SOLUTIONS / f"{exercise.lesson}.ipynb").exists()
    ]
