"""What student code tries to use up, and where it is stopped."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from leadin.judging import Verdict
from leadin.running.isolation.in_force import Isolation
from leadin.running.isolation.limits import MEGABYTE, SCRATCH, SCRATCH_FILES
from leadin.running.launcher import Launcher
from leadin.running.walk import CELLS_WORTH

from .conftest import HANGS, RIGHT, Class, leaving_nothing

GIGABYTE = 1024 * MEGABYTE
TRAIN = "def train(x_data, y_data, w, lr, epochs):\n    "

#: Bodies of a function that ask for more memory than there is.
GREEDY = [
    f"return bytearray({8 * GIGABYTE})",
    "blocks = []\n    while True: blocks.append(bytearray(1 << 26))",
    "import numpy\n    return numpy.ones(1 << 30)",
    "import torch\n    return torch.ones(1 << 31)",
    "text = 'x'\n    while True: text += text",
]

#: Bodies that do not return, whatever they are told.
ENDLESS = [
    "while True: pass",
    "while True: print('x' * 10**6)",
    "import sys\n    while True: print('x' * 10**6, file=sys.stderr)",
    "import os\n    while True: os.write(1, b'x' * 10**6)",
    ("while True:\n        try:\n            while True: pass\n        except BaseException: pass"),
    (
        "import signal, time\n"
        "    for number in set(signal.Signals) - {9, 19}: signal.signal(number, print)\n"
        "    while True: time.sleep(600)"
    ),
    "import threading; threading.Event().wait()",
    "import re; re.match('(a+)+$', 'a' * 50 + 'b')",
    "return 10 ** 10 ** 10",
]

#: Bodies that end their process.
CRASHING = [
    "return train(x_data, y_data, w, lr, epochs)",
    "import ctypes; ctypes.string_at(0)",
    "import os; os.abort()",
    "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
]


@pytest.mark.parametrize("body", GREEDY)
def test_memory_has_an_end(classroom: Class, body: str) -> None:
    assert classroom.grade(TRAIN + body).kind == "memory"


def test_mapped_memory_has_an_end(classroom: Class) -> None:
    message = classroom.attack(f"import mmap; found = mmap.mmap(-1, {8 * GIGABYTE})")
    assert "refused by OSError: [Errno 12] Cannot allocate memory" in message


def test_the_scratch_folder_has_an_end(classroom: Class) -> None:
    code = f"""
with open(Path.home() / 'big', 'wb') as file:
    for _ in range({2 * SCRATCH // MEGABYTE}): file.write(bytes({MEGABYTE}))
found = 1
"""
    assert "refused by OSError" in classroom.attack(code)


def test_many_files_together_have_an_end(classroom: Class) -> None:
    code = f"""
for number in range(8):
    (Path.home() / str(number)).write_bytes(bytes({SCRATCH // 4}))
found = 1
"""
    assert "refused by OSError" in classroom.attack(code)


def test_the_number_of_files_has_an_end(classroom: Class) -> None:
    code = f"""
for number in range({2 * SCRATCH_FILES}): (Path.home() / str(number)).touch()
found = 1
"""
    assert "refused by OSError" in classroom.attack(code)


def test_open_files_have_an_end(classroom: Class) -> None:
    assert "refused by OSError" in classroom.attack("found = [os.pipe() for _ in range(5000)]")


def test_threads_have_an_end(classroom: Class) -> None:
    code = """
for _ in range(2000): threading.Thread(target=time.sleep, args=(600,), daemon=True).start()
found = 1
"""
    assert "refused by RuntimeError" in classroom.attack(code)


@pytest.fixture(scope="module")
def given_up(
    tmp_path_factory: pytest.TempPathFactory, launcher: Launcher, isolation: Isolation
) -> dict[str, Verdict]:
    """The verdicts on all that do not return; they are waited for together."""
    folder = tmp_path_factory.mktemp("endless")

    def grade(number: int) -> Verdict:
        classroom = Class(folder / str(number), launcher)
        return classroom.grade(TRAIN + ENDLESS[number], time_limit=HANGS)

    with leaving_nothing(), ThreadPoolExecutor(len(ENDLESS)) as pool:
        return dict(zip(ENDLESS, pool.map(grade, range(len(ENDLESS))), strict=True))


@pytest.mark.xdist_group("endless")
@pytest.mark.parametrize("body", ENDLESS)
def test_time_has_an_end(given_up: dict[str, Verdict], body: str) -> None:
    assert given_up[body].kind == "timeout"


@pytest.mark.parametrize("body", CRASHING)
def test_a_crash_costs_one_exercise(classroom: Class, body: str) -> None:
    assert classroom.grade(TRAIN + body).kind in ("error", "memory")


def test_a_recursion_without_end_costs_one_exercise(classroom: Class) -> None:
    """Its frames are on the heap from Python 3.11 on: memory or time, whichever ends first."""
    body = (
        "import sys; sys.setrecursionlimit(10**9)\n    return train(x_data, y_data, w, lr, epochs)"
    )
    judgement = classroom.grade(TRAIN + body, time_limit=HANGS)
    assert judgement.kind in ("error", "memory", "timeout")


@pytest.mark.usefixtures("nothing_is_left")
def test_threads_that_go_on_do_no_harm(classroom: Class) -> None:
    busy = "import threading, time\nthreading.Thread(target=time.sleep, args=(600,)).start()"
    assert classroom.grade(busy, RIGHT).kind == "pass"


def test_a_hook_at_the_end_does_no_harm(classroom: Class) -> None:
    hook = "import atexit, os, time\natexit.register(time.sleep, 600)\natexit.register(os._exit, 1)"
    assert classroom.grade(hook, RIGHT).kind == "pass"


def test_a_notebook_as_a_whole_has_an_end(classroom: Class) -> None:
    """Every cell keeps to its time; all of them together would take five times the notebook's."""
    limit = 0.6
    cells = [f"import time; time.sleep({limit / 2})"] * (10 * CELLS_WORTH)
    began = time.monotonic()
    judgement = classroom.grade(*cells, RIGHT, time_limit=limit)
    assert (judgement.kind, judgement.reason.id) == ("timeout", "notebook_timeout")
    assert time.monotonic() - began < len(cells) * limit / 2
