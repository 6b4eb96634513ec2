"""A grader that is killed at any moment loses nothing that it has stored, and doubles nothing."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import ANSWERS, LESSON, write_notebook
from .fast_grader import RUN

ROOT = Path(__file__).parents[2]
#: More than twenty graders get done until they are killed.
STUDENTS = 800
FAST, REAL = "tests.gradebook.fast_grader", "leadin"

Grader = subprocess.Popen[str]
Stored = dict[tuple[str, str], tuple[Any, ...]]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="this system has no SIGKILL")


def start(module: str, folder: Path, out: Path) -> Grader:
    command = [sys.executable, "-m", module, "gradebook", str(folder), "--out", str(out)]
    return subprocess.Popen(
        [*command, "--lesson", "08", "--jobs", "2", "--isolation", "none"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=ROOT,
    )


def finish(grader: Grader) -> None:
    said, _ = grader.communicate(timeout=120)
    assert grader.returncode == 0, said


def kill(grader: Grader) -> None:
    grader.send_signal(signal.SIGKILL)
    grader.wait()
    assert grader.stdout
    grader.stdout.close()


def stored(out: Path) -> Stored:
    """Every result, with its number and time: one that is found again has others."""
    path = out / "gradebook.sqlite"
    if not path.exists():
        return {}
    connection = sqlite3.connect(path)
    try:
        if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,):
            return {}
        rows = connection.execute(
            "SELECT student, name, notebook.id, graded_at, count(exercise)"
            " FROM notebook JOIN judgement ON notebook = notebook.id GROUP BY notebook.id"
        ).fetchall()
    finally:
        connection.close()
    found = {(student, name): tuple(rest) for student, name, *rest in rows}
    assert len(found) == len(rows)
    assert all(count == 1 for *_, count in found.values())
    return found


def check_that_nothing_is_lost(
    out: Path, start_grader: Callable[[], Grader], moments: list[tuple[bool, float]]
) -> list[int]:
    """Kill graders at moments: whether after a notebook was run, and how many seconds later.

    Returns:
        How many results there were after each.
    """
    before: Stored = {}
    counts = []
    for after_a_run, seconds in moments:
        grader = start_grader()
        assert grader.stdout
        if after_a_run:
            next((line for line in grader.stdout if line == f"{RUN}\n"), None)
        time.sleep(seconds)
        kill(grader)
        now = stored(out)
        assert before.items() <= now.items()
        counts.append(len(now))
        before = now
    finish(start_grader())
    assert before.items() <= stored(out).items()
    return counts


def report(out: Path) -> Any:
    return json.loads((out / "gradebook.json").read_text("utf-8"))


def make_class(folder: Path, students: int) -> None:
    answers = sorted(ANSWERS.glob("*/*.py"))
    for number in range(students):
        source = answers[number % len(answers)].read_text("utf-8")
        write_notebook(folder / f"student-{number:03}" / LESSON, source)


def test_twenty_kills_lose_nothing_and_double_nothing(class_folder: Path, tmp_path: Path) -> None:
    make_class(class_folder, STUDENTS)
    undisturbed = start(FAST, class_folder, tmp_path / "undisturbed")
    rng = random.Random(5)
    # A quarter of them before or around the start, the others in the middle of the work.
    moments = [(number % 4 > 0, rng.uniform(0, 0.3)) for number in range(20)]
    out = tmp_path / "killed"
    counts = check_that_nothing_is_lost(out, lambda: start(FAST, class_folder, out), moments)
    finish(undisturbed)
    assert len(stored(out)) == STUDENTS
    assert report(out) == report(tmp_path / "undisturbed")
    assert len(set(counts)) > 8, counts
    assert counts[-1] < STUDENTS, counts


def test_with_student_code_running_it_is_the_same(class_folder: Path, tmp_path: Path) -> None:
    make_class(class_folder, 30)
    undisturbed = start(REAL, class_folder, tmp_path / "undisturbed")
    out = tmp_path / "killed"
    moments = [(False, 2.0), (False, 4.0)]
    check_that_nothing_is_lost(out, lambda: start(REAL, class_folder, out), moments)
    finish(undisturbed)
    assert report(out) == report(tmp_path / "undisturbed")
