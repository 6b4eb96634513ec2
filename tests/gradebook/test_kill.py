"""A grader that is killed at any moment loses nothing that it has stored, and doubles nothing."""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from leadin.cli import main
from leadin.course import EXERCISES

from .conftest import ANSWERS, LESSON, write_notebook
from .fast_grader import ENDED, RUN, STARTED

ROOT = Path(__file__).parents[2]
#: More than twenty graders get done until they are killed.
STUDENTS = 260
EXERCISES_OF_LESSON = sum(f"{each.lesson}.ipynb" == LESSON for each in EXERCISES.values())

#: By student and notebook, each result's number, time and exercises: found again, it has others.
Stored = dict[tuple[str, str], tuple[Any, ...]]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system can't fork")


class FastGraders:
    """Starts graders, one after the other, and tells what they say."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.gradebook.fast_grader"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )

    def start(self, arguments: list[str]) -> int:
        """The process id of a new one."""
        assert self.process.stdin
        self.process.stdin.write(f"{json.dumps(arguments)}\n")
        self.process.stdin.flush()
        return int(self.wait_for(STARTED))

    def wait_for(self, *words: str) -> str:
        """What is said after the first of some words."""
        assert self.process.stdout
        for line in self.process.stdout:
            for word in words:
                if line.startswith(word):
                    return line.removeprefix(word).strip()
        raise AssertionError("the graders are gone")


@pytest.fixture
def graders() -> Iterator[FastGraders]:
    graders = FastGraders()
    with graders.process:
        yield graders
        graders.process.kill()


def arguments(folder: Path, out: Path) -> list[str]:
    common = ["--lesson", "08", "--jobs", "2", "--isolation", "none"]
    return ["gradebook", str(folder), "--out", str(out), *common]


def stored(out: Path) -> Stored:
    path = out / "gradebook.sqlite"
    if not path.exists():
        return {}
    connection = sqlite3.connect(path)
    try:
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
            return {}
        rows = connection.execute(
            "SELECT student, name, notebook.id, graded_at, count(exercise)"
            " FROM notebook JOIN judgement ON notebook = notebook.id GROUP BY notebook.id"
        ).fetchall()
    finally:
        connection.close()
    found = {(student, name): tuple(rest) for student, name, *rest in rows}
    assert len(found) == len(rows)
    assert {count for *_, count in found.values()} <= {EXERCISES_OF_LESSON}, "stored in part"
    return found


def report(out: Path) -> Any:
    return json.loads((out / "gradebook.json").read_text("utf-8"))


def make_class(folder: Path, students: int) -> None:
    answers = sorted(ANSWERS.glob("*/*.py"))
    for number in range(students):
        path = folder / f"student-{number:03}" / LESSON
        if number < len(answers):
            write_notebook(path, answers[number].read_text("utf-8"))
        else:
            path.parent.mkdir()
            shutil.copy(folder / f"student-{number % len(answers):03}" / LESSON, path)


def kill_all(out: Path, kills: int, kill_one: Callable[[int], None]) -> list[int]:
    """After each kill, what was stored before is there as it was; return how much there is."""
    before: Stored = {}
    counts = []
    for number in range(kills):
        kill_one(number)
        now = stored(out)
        assert before.items() <= now.items()
        counts.append(len(now))
        before = now
    return counts


@pytest.mark.slow
def test_twenty_kills_lose_nothing_and_double_nothing(
    class_folder: Path, tmp_path: Path, graders: FastGraders
) -> None:
    make_class(class_folder, STUDENTS)
    rng = random.Random(5)
    out = tmp_path / "killed"

    def kill_one(number: int) -> None:
        grader = graders.start(arguments(class_folder, out))
        # A quarter of them right after the start, the others in the middle of the work.
        if number % 4:
            graders.wait_for(RUN)
        time.sleep(rng.uniform(0, 0.15))
        os.kill(grader, signal.SIGKILL)
        assert graders.wait_for(ENDED) == str(-signal.SIGKILL)

    counts = kill_all(out, 20, kill_one)
    assert len(set(counts)) > 10, counts
    before = stored(out)
    for place in (out, tmp_path / "undisturbed"):
        graders.start(arguments(class_folder, place))
        assert graders.wait_for(ENDED) == "0"
    assert before.items() <= stored(out).items()
    assert len(stored(out)) == STUDENTS
    assert report(out) == report(tmp_path / "undisturbed")


#: `leadin`, which says after every step how many students are done.
TALKATIVE = (
    "from leadin.cli import main; import leadin.gradebook.display as display;"
    "display._LINE_EVERY = 0.0; main()"
)


@pytest.mark.slow
@pytest.mark.usefixtures("shared_launcher")
def test_with_student_code_running_it_is_the_same(class_folder: Path, tmp_path: Path) -> None:
    make_class(class_folder, 12)
    out = tmp_path / "killed"

    def start(place: Path) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", TALKATIVE, *arguments(class_folder, place)]
        return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)

    def kill_one(number: int) -> None:
        enough = f"Grading: {3 + 4 * number} of 12 students"
        with start(out) as grader:
            assert grader.stdout
            assert any(line.startswith(enough) for line in grader.stdout)
            grader.kill()

    undisturbed = tmp_path / "undisturbed"
    assert CliRunner().invoke(main, arguments(class_folder, undisturbed)).exit_code == 0
    counts = kill_all(out, 2, kill_one)
    assert 3 <= counts[0] < counts[1] < 12
    with start(out) as grader:
        grader.communicate(timeout=200)
    assert grader.returncode == 0
    # The shared launcher isolates what it runs.
    there, here = ({**report(place), "isolation": None} for place in (out, undisturbed))
    assert there == here
