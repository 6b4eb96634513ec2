"""Notebooks by a student who attacks, graded beside those of one who does not."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import nbformat
import nbformat.v4 as nbf
import pytest

from leadin.judging import Verdict
from leadin.running.grade import GradedNotebook, grade
from leadin.running.isolation.in_force import Isolation
from leadin.running.launcher import Launcher
from leadin.running.walk import Settings
from leadin.words import render

SUBMISSIONS = Path(__file__).parents[1] / "submissions"
ID = "08-train-linear"
RIGHT = (SUBMISSIONS / ID / "correct" / "plain_python.py").read_text("utf-8")
CHECK = f'check("{ID}", train)'

#: Seconds for a cell that is not meant to hang, on a busy machine, and for one that is.
PATIENT, HANGS = 60.0, 3.0


def write_notebook(path: Path, *cells: str) -> Path:
    """A notebook with these code cells, and the exercise's check where they lack it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    sources = cells if CHECK in cells else (*cells, CHECK)
    nbformat.write(nbf.new_notebook(cells=[nbf.new_code_cell(each) for each in sources]), path)
    return path


def judge(launcher: Launcher, notebook: Path, time_limit: float = PATIENT) -> Verdict:
    (graded,) = grade(notebook, Settings(time_limit=time_limit), launcher=launcher)
    return on_the_loop(graded)


def on_the_loop(graded: GradedNotebook) -> Verdict:
    """The verdict on the exercise that was written; the lesson's others give no points for it."""
    verdicts = {each.exercise: each for each in graded.judgements}
    judgement = verdicts.pop(ID)
    for each in verdicts.values():
        assert (each.kind == "pass", each.points) == (False, 0), render(each).plain()
    return judgement


@pytest.fixture(scope="session")
def isolation(launcher: Launcher, tmp_path_factory: pytest.TempPathFactory) -> Isolation:
    """What this system has; without all that counts, there is nothing to test."""
    name = "08_training_linear.ipynb"
    notebook = write_notebook(tmp_path_factory.mktemp("first") / name, RIGHT)
    (graded,) = grade(notebook, launcher=launcher)
    isolation = graded.isolation
    assert isolation is not None
    if isolation.gaps:
        pytest.skip(f"on this system, student code can {', '.join(isolation.gaps)}")
    return isolation


@dataclass(frozen=True)
class Class:
    """Two students: eve attacks while ada's right answer is graded.

    Attributes:
        folder: with a folder for each of them.
        launcher: runs both.
    """

    folder: Path
    launcher: Launcher

    @property
    def adas(self) -> Path:
        return self.folder / "ada" / "08_training_linear.ipynb"

    @property
    def eves(self) -> Path:
        return self.folder / "eve" / "08_training_linear.ipynb"

    def grade(self, *cells: str, time_limit: float = PATIENT) -> Verdict:
        """Grade eve's cells; ada passes meanwhile."""
        write_notebook(self.adas, "secret = 'what ada wrote'", RIGHT)
        write_notebook(self.eves, *cells)
        with ThreadPoolExecutor(2) as pool:
            eve = pool.submit(judge, self.launcher, self.eves, time_limit)
            ada = pool.submit(judge, self.launcher, self.adas)
            assert ada.result().kind == "pass", render(ada.result()).plain()
            return eve.result()

    def attack(self, code: str, time_limit: float = PATIENT) -> str:
        """Run code in eve's function: what came of it, in words.

        Args:
            code: statements that set `found` where they succeed. `ADA` and `EVE` in it are paths.
            time_limit: seconds.
        """
        cell = attacking_cell(code, self.adas, self.eves)
        judgement = self.grade(cell, time_limit=time_limit)
        assert judgement.points == 0
        return render(judgement).plain()


_ATTACK = """
def train(x_data, y_data, w, lr, epochs):
    import ctypes, os, signal, socket, subprocess, sys, threading, time
    from pathlib import Path
    try:
        found = None
        CODE
    except BaseException as error:
        raise RuntimeError(f"refused by {type(error).__name__}: {error}") from None
    raise RuntimeError(f"succeeded with {found!r}")
"""


def attacking_cell(code: str, adas: Path, eves: Path) -> str:
    """An answer that tries something out and raises what came of it."""
    code = code.replace("ADA", repr(str(adas))).replace("EVE", repr(str(eves)))
    return _ATTACK.replace("CODE", "\n        ".join(code.strip().splitlines()))


@pytest.fixture
def classroom(tmp_path: Path, launcher: Launcher, isolation: Isolation) -> Class:
    return Class(tmp_path, launcher)


def processes() -> dict[int, str]:
    """Every process there is, by id, with what it is a group and a session of."""
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                found[int(entry.name)] = (entry / "stat").read_text("utf-8").rpartition(")")[2]
            except OSError:
                continue
    return found


def descendants(pid: int) -> set[int]:
    """Ids of the processes that a process has started, and that these have."""
    parents = {child: int(stat.split()[1]) for child, stat in processes().items()}
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {pid}


@contextmanager
def leaving_nothing() -> Iterator[None]:
    """Check that what is done leaves no process and no mount that was not there before."""
    mounts = Path("/proc/self/mountinfo").read_text("utf-8")
    before = descendants(os.getpid())
    yield
    assert descendants(os.getpid()) <= before
    assert Path("/proc/self/mountinfo").read_text("utf-8") == mounts


@pytest.fixture
def nothing_is_left(launcher: Launcher, isolation: Isolation) -> Iterator[None]:
    """In the end no process but the warm one is there, and no mount."""
    with leaving_nothing():
        yield
