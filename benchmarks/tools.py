"""The graders: how a class is laid out for each, how it is run, and where its points are."""

import csv
import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import nbformat

from benchmarks.measuring import Command, Queue
from benchmarks.notebooks import EXERCISE, NAME, POINTS, ROOT, without_check

#: A class: notebooks by the students' names.
Class = Mapping[str, Any]

#: Seconds for the commands that prepare a class or read its points.
_SOON = 120.0


class Tool(Protocol):
    """A grader."""

    @property
    def name(self) -> str:
        """What the tables call it."""

    @property
    def uses_all_processors(self) -> bool:
        """Whether one run of it grades several notebooks at a time.

        Any other is run twice at the same time, each with half of the class.
        """

    def lay_out(self, students: Class, folder: Path) -> None:
        """Write a class into an empty folder, the way the tool wants it."""

    def queue(self, folder: Path, jobs: int) -> Queue:
        """The commands that grade the class; what they take is measured."""

    def points(self, folder: Path) -> dict[str, float]:
        """Points by student, of those who have any result."""


@dataclass(frozen=True)
class Leadin:
    """`leadin gradebook`, with all the isolation that the system offers.

    Attributes:
        seed: chooses the hidden inputs; None for its own default.
    """

    python: Path
    name: str = "leadin"
    seed: int | None = None
    uses_all_processors: bool = True

    def lay_out(self, students: Class, folder: Path) -> None:
        """A folder for each student."""
        _write_folders(students, folder / "class")

    def queue(self, folder: Path, jobs: int) -> Queue:
        """One command."""
        arguments = (str(self.python), "-m", "leadin", "gradebook", str(folder / "class"))
        options = ("--lesson", "08", "--jobs", str(jobs))
        seed = () if self.seed is None else ("--seed", str(self.seed))
        return [Command((*arguments, *options, *seed), folder)]

    def points(self, folder: Path) -> dict[str, float]:
        """From its JSON.

        Raises:
            SystemExit: student code was not isolated; what is measured is the grader that does.
        """
        found = json.loads((folder / "class-graded" / "gradebook.json").read_text("utf-8"))
        if gaps := found["isolation"]["gaps"]:
            raise SystemExit(f"on this system, student code can {', '.join(gaps)}")
        return {
            submission["student"]: exercise["points"]
            for submission in found["submissions"]
            for exercise in submission["exercises"]
            if exercise["id"] == EXERCISE
        }


@dataclass(frozen=True)
class Floor:
    """See `floor`."""

    python: Path
    name: str = "bare floor"
    uses_all_processors: bool = True

    def lay_out(self, students: Class, folder: Path) -> None:
        """A folder for each student."""
        _write_folders(students, folder)

    def queue(self, folder: Path, jobs: int) -> Queue:
        """One command."""
        return [_own_program(self.python, "floor", folder, str(jobs))]

    def points(self, folder: Path) -> dict[str, float]:
        """From its JSON."""
        passed = json.loads((folder / "passed.json").read_text("utf-8"))
        return {student: POINTS * each for student, each in passed.items()}


@dataclass(frozen=True)
class Nbgrader:
    """`nbgrader autograde`, on an assignment that `nbgrader generate_assignment` has made.

    It grades one notebook after the other. Two at a time go as its users do it: two runs, each
    with a gradebook of its own.
    """

    python: Path
    source: Any
    name: str = "nbgrader"
    uses_all_processors: bool = False

    def lay_out(self, students: Class, folder: Path) -> None:
        """A course with one assignment."""
        _write(self.source, folder / "source" / "ps1" / NAME)
        self._call(folder, "generate_assignment", "ps1")
        for student, notebook in students.items():
            _write(notebook, folder / "submitted" / student / "ps1" / NAME)

    def queue(self, folder: Path, jobs: int) -> Queue:
        """One command."""
        return [Command((str(self.python), "-m", "nbgrader", "autograde", "ps1"), folder)]

    def points(self, folder: Path) -> dict[str, float]:
        """From the CSV that it exports."""
        self._call(folder, "export")
        with (folder / "grades.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        # The export lists who has no grade, too: with 0 points.
        graded = {path.name for path in (folder / "autograded").glob("*")}
        return {
            row["student_id"]: float(row["score"]) for row in rows if row["student_id"] in graded
        }

    def _call(self, folder: Path, *arguments: str) -> None:
        # It calls alembic, which must be in the path.
        path = {"PATH": f"{self.python.parent}:/usr/bin:/bin"}
        subprocess.run(
            [self.python, "-m", "nbgrader", *arguments],
            cwd=folder,
            env=path,
            check=True,
            capture_output=True,
            timeout=_SOON,
        )


@dataclass(frozen=True)
class OtterRun:
    """`otter run`: one notebook a command."""

    python: Path
    name: str = "otter run"
    uses_all_processors: bool = False

    def lay_out(self, students: Class, folder: Path) -> None:
        """Notebooks, and what `otter generate` makes of a test file."""
        _write_for_otter(self.python, students, folder)

    def queue(self, folder: Path, jobs: int) -> Queue:
        """A command for each student."""
        commands = []
        for path in sorted(folder.glob("students/*.ipynb")):
            results = folder / "results" / path.stem
            results.mkdir(parents=True)
            options = ("--no-logo", "-a", "autograder.zip", "-o", str(results), str(path))
            arguments = (str(self.python), "-m", "otter", "run", *options)
            commands.append(Command(arguments, folder))
        return commands

    def points(self, folder: Path) -> dict[str, float]:
        """From its results.json files."""
        return {
            path.parent.name: sum(
                test.get("score", 0) for test in json.loads(path.read_text("utf-8"))["tests"]
            )
            for path in folder.glob("results/*/results.json")
        }


@dataclass(frozen=True)
class OtterApi:
    """`otter.api.grade_submission` in a loop."""

    python: Path
    name: str = "otter's Python API"
    uses_all_processors: bool = False

    def lay_out(self, students: Class, folder: Path) -> None:
        """Notebooks, and what `otter generate` makes of a test file."""
        _write_for_otter(self.python, students, folder)

    def queue(self, folder: Path, jobs: int) -> Queue:
        """One command."""
        return [_own_program(self.python, "otter_loop", folder)]

    def points(self, folder: Path) -> dict[str, float]:
        """From its JSON."""
        return _read_points(folder)


@dataclass(frozen=True)
class Execution:
    """Running the notebooks with nbclient, and no grading at all."""

    python: Path
    name: str = "nbclient (runs only)"
    uses_all_processors: bool = False

    def lay_out(self, students: Class, folder: Path) -> None:
        """The notebooks."""
        for student, notebook in students.items():
            _write(notebook, folder / "students" / f"{student}.ipynb")

    def queue(self, folder: Path, jobs: int) -> Queue:
        """One command."""
        return [_own_program(self.python, "execute_loop", folder)]

    def points(self, folder: Path) -> dict[str, float]:
        """All points for whoever raises nothing."""
        return _read_points(folder)


_OTTER_TEST = f"""
from otter.test_files import test_case

OK_FORMAT = False
name = "{EXERCISE}"
points = {POINTS}


@test_case()
def test_check(train):
    from leadin.check import check

    check("{EXERCISE}", train)
"""


def _write_for_otter(python: Path, students: Class, folder: Path) -> None:
    # The test file does what the check cell does; with both, it would be done twice.
    for student, notebook in students.items():
        _write(without_check(notebook), folder / "students" / f"{student}.ipynb")
    (folder / "tests").mkdir()
    (folder / "tests" / "train_linear.py").write_text(_OTTER_TEST, "utf-8")
    (folder / "otter_config.json").write_text("{}", "utf-8")
    subprocess.run(
        [python, "-m", "otter", "generate", "--no-environment", "-o", "autograder.zip"],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=_SOON,
    )


def _write_folders(students: Class, folder: Path) -> None:
    for student, notebook in students.items():
        _write(notebook, folder / student / NAME)


def _write(notebook: Any, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)


def _own_program(python: Path, name: str, *arguments: Path | str) -> Command:
    return Command((str(python), "-m", f"benchmarks.{name}", *map(str, arguments)), ROOT)


def _read_points(folder: Path) -> dict[str, float]:
    points: dict[str, float] = json.loads((folder / "points.json").read_text("utf-8"))
    return points
