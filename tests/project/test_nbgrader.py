"""solutions/ and lessons/ in nbgrader, as they are. Some 15 s a lesson: all with ALL_LESSONS=1."""

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from leadin.course import EXERCISES

pytest.importorskip("nbgrader", reason="nbgrader is not installed: see benchmarks/setup.sh")

ROOT = Path(__file__).parents[2]

#: One without torch, the first training loop, and the one with the most exercises.
SOME = ("01_linear_model", "08_training_linear", "12_debugging_clinic")
LESSONS = sorted({exercise.lesson for exercise in EXERCISES.values()})
CHOSEN = LESSONS if os.environ.get("ALL_LESSONS") else SOME
POINTS = sum(exercise.points for exercise in EXERCISES.values() if exercise.lesson in CHOSEN)


def nbgrader(course: Path, *arguments: str) -> None:
    """Call it in a course's folder; it wants to find alembic."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=course,
        env={**os.environ, "PATH": path, "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course in which solutions/ is the assignment, and lessons/ what two students hand in."""
    folder = tmp_path_factory.mktemp("course")
    handed_in = {"solved": "solutions", "untouched": "lessons"}
    targets = {f"submitted/{student}": source for student, source in handed_in.items()}
    for target, source in {"source": "solutions", **targets}.items():
        (folder / target / "leadin").mkdir(parents=True)
        for lesson in CHOSEN:
            shutil.copy(ROOT / source / f"{lesson}.ipynb", folder / target / "leadin")
    nbgrader(folder, "generate_assignment", "leadin")
    return folder


@pytest.fixture(scope="module")
def grades(course: Path) -> dict[str, dict[str, str]]:
    """What nbgrader exports, by student."""
    nbgrader(course, "autograde", "leadin", "--Execute.timeout=300")  # a busy machine is slow
    nbgrader(course, "export")
    with (course / "grades.csv").open(encoding="utf-8", newline="") as file:
        return {row["student_id"]: row for row in csv.DictReader(file)}


@pytest.mark.parametrize("lesson", CHOSEN)
def test_what_nbgrader_releases_is_the_lesson(course: Path, lesson: str) -> None:
    ours = nbformat.read(ROOT / "lessons" / f"{lesson}.ipynb", as_version=4)
    theirs = nbformat.read(course / "release" / "leadin" / f"{lesson}.ipynb", as_version=4)
    assert [cell.id for cell in theirs.cells] == [cell.id for cell in ours.cells]
    for our, their in zip(ours.cells, theirs.cells, strict=True):
        if "exercise" not in our.metadata.get("tags", ()):  # nbgrader has a stub of its own
            assert their.source == our.source


def test_nbgrader_knows_every_point_of_the_course(grades: dict[str, dict[str, str]]) -> None:
    assert {float(row["max_score"]) for row in grades.values()} == {POINTS}


def test_solutions_get_full_points_in_nbgrader(grades: dict[str, dict[str, str]]) -> None:
    assert float(grades["solved"]["score"]) == POINTS


def test_untouched_lessons_get_none_in_nbgrader(grades: dict[str, dict[str, str]]) -> None:
    assert float(grades["untouched"]["score"]) == 0
