"""Whatever ends the grader or its warm process, no process, folder or mount is left."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from leadin.running.isolation.in_force import Isolation
from leadin.running.launcher import Launcher
from leadin.running.start import open_launcher

from .conftest import HANGS, RIGHT, descendants, judge, processes, write_notebook

HANGING = "def train(x_data, y_data, w, lr, epochs):\n    while True: pass"


def wait_until_gone(pids: set[int], seconds: float = 20) -> set[int]:
    """Those of some processes that still run after a while."""
    deadline = time.monotonic() + seconds
    while (left := {pid for pid in pids if is_running(pid)}) and time.monotonic() < deadline:
        time.sleep(0.05)
    return left


def is_running(pid: int) -> bool:
    return processes().get(pid, " Z").split()[0] != "Z"


def test_a_killed_grader_takes_its_processes_and_folders_along(
    tmp_path: Path, isolation: Isolation
) -> None:
    notebook = write_notebook(tmp_path / "08_training_linear.ipynb", HANGING)
    command = [sys.executable, "-m", "leadin", "grade", str(notebook)]
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as grader:
        deadline = time.monotonic() + 60
        while not list(tmp_path.glob("leadin-warm-*/scratch-*")) and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(1)  # into the endless loop
        started = descendants(grader.pid)
        grader.kill()
    assert len(started) >= 2  # the warm one and the notebook's
    assert not wait_until_gone(started)
    assert not list(tmp_path.glob("leadin-warm-*"))


def test_all_is_removed_at_the_end(
    tmp_path: Path, isolation: Isolation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    before = descendants(os.getpid())
    mounts = Path("/proc/self/mountinfo").read_text("utf-8")
    with open_launcher() as launcher:
        scratch = "import os; os.makedirs(os.path.expanduser('~/a/b/c')); os.mkdir(\n"
        scratch += "    os.path.expanduser('~/closed'), 0)"
        notebook = write_notebook(tmp_path / "08_training_linear.ipynb", scratch, RIGHT)
        assert judge(launcher, notebook).kind == "pass"
        write_notebook(notebook, HANGING)
        assert judge(launcher, notebook, HANGS).kind == "timeout"
        assert list((tmp_path / "tmp").iterdir())
    assert not list((tmp_path / "tmp").iterdir())
    assert descendants(os.getpid()) == before
    assert Path("/proc/self/mountinfo").read_text("utf-8") == mounts


def kill_warm_process() -> None:
    """Kill what the shared launcher forks processes from, and those that it has forked."""
    killed = 0
    for pid in descendants(os.getpid()):
        with suppress(FileNotFoundError, ProcessLookupError):
            if b"leadin.running.warm.server" in Path(f"/proc/{pid}/cmdline").read_bytes():
                os.kill(pid, signal.SIGKILL)
                killed += 1
    assert killed


def test_a_lost_warm_process_is_replaced(
    tmp_path: Path, launcher: Launcher, isolation: Isolation
) -> None:
    notebook = write_notebook(tmp_path / "08_training_linear.ipynb", RIGHT)
    assert judge(launcher, notebook).kind == "pass"
    kill_warm_process()
    assert judge(launcher, notebook).kind == "pass"


def test_a_warm_process_lost_in_the_middle_costs_no_result(
    tmp_path: Path, launcher: Launcher, isolation: Isolation
) -> None:
    """Its notebooks end with it; they are run again."""
    slow = f"import time; time.sleep(2)\n{RIGHT}"
    notebook = write_notebook(tmp_path / "08_training_linear.ipynb", slow)
    launcher.launch(None, 10).close()
    with ThreadPoolExecutor(1) as pool:
        judgement = pool.submit(judge, launcher, notebook)
        time.sleep(1)
        kill_warm_process()
        assert judgement.result().kind == "pass"
