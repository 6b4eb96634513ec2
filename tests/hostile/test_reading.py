"""What student code tries to read, and does not get."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import leadin
from leadin.course.lessons import lesson_08
from leadin.running.launcher import Launcher
from leadin.running.start import open_launcher

from .conftest import Class

PACKAGE = Path(leadin.__file__).parent
ROOT = Path(__file__).parents[2]

ATTEMPTS = {
    "the oracle's module": "from leadin.course import EXERCISES as found",
    "the judge's module": "import leadin.judging as found",
    "the oracle's source": f"found = open({lesson_08.__file__!r}).read()",
    "a solution": f"found = open({str(ROOT / 'solutions' / '08_training_linear.ipynb')!r}).read()",
    "the package's folder": f"found = os.listdir({str(Path(lesson_08.__file__).parent)!r})",
    "passwords": "found = open('/etc/shadow').read()",
    "users": "found = open('/etc/passwd').read()",
    "the home folder": f"found = os.listdir({str(Path.home())!r})",
    "another student's notebook": "found = open(ADA).read()",
    "another student's folder": "found = os.listdir(Path(ADA).parent)",
    "the class's folder": "found = os.listdir(Path(ADA).parents[1])",
    "one folder up": "found = [name for name in os.listdir('..') if 'ada' in name][0]",
    "the environment of the grader": f"found = open('/proc/{os.getpid()}/environ').read()",
    "the environment of the parent": "found = open(f'/proc/{os.getppid()}/environ').read()",
    "any process": "found = [open(f'/proc/{i}/environ').read() for i in range(2, 99999)]",
    "the parent's memory": "found = open(f'/proc/{os.getppid()}/mem', 'rb').read(1)",
    "the machine's memory": "found = open('/dev/mem', 'rb').read(1)",
    "the kernel's messages": "found = open('/dev/kmsg', 'rb').read(1)",
    "temporary files": "found = os.listdir('/tmp')",
    "a link to passwords": (
        "link = Path.home() / 'link'; link.symlink_to('/etc/shadow'); found = link.read_text()"
    ),
    "a link to another student": (
        "link = Path.home() / 'link'; link.symlink_to(ADA); found = link.read_text()"
    ),
    "a hard link to another student": (
        "os.link(ADA, Path.home() / 'link'); found = (Path.home() / 'link').read_text()"
    ),
    "a descriptor left open": (
        "found = [fd for fd in range(3, 300) if os.path.isdir(f'/proc/self/fd/{fd}')][0]"
    ),
    "where its parent is": "found = os.listdir(f'/proc/{os.getppid()}/cwd')",
}


@pytest.mark.parametrize("code", ATTEMPTS.values(), ids=ATTEMPTS)
def test_it_can_not_read(classroom: Class, code: str) -> None:
    message = classroom.attack(code)
    assert "refused by" in message
    assert "succeeded" not in message


@pytest.fixture(scope="module")
def open_door() -> Iterator[Launcher]:
    """A launcher without isolation."""
    with open_launcher("none") as launcher:
        yield launcher


@pytest.mark.xdist_group("open-door")
@pytest.mark.parametrize(
    "name", ["the oracle's source", "a solution", "another student's notebook"]
)
def test_without_isolation_it_could(tmp_path: Path, open_door: Launcher, name: str) -> None:
    """So it is not for want of trying that the attacks fail."""
    assert "succeeded with" in Class(tmp_path, open_door).attack(ATTEMPTS[name])


def test_a_link_in_the_students_own_folder_leads_nowhere(classroom: Class) -> None:
    classroom.eves.parent.mkdir()
    (classroom.eves.parent / "notes.txt").symlink_to(classroom.adas)
    assert "refused by" in classroom.attack("found = open('notes.txt').read()")


def test_it_can_read_its_own_files(classroom: Class) -> None:
    classroom.eves.parent.mkdir()
    (classroom.eves.parent / "data.csv").write_text("1,2")
    assert "succeeded with '1,2'" in classroom.attack("found = open('data.csv').read()")


def test_its_memory_holds_no_other_inputs_and_no_curve(classroom: Class) -> None:
    """All that can be found in the process is the call that runs."""
    code = """
import gc
lists = [x for x in gc.get_objects() if type(x) is list and x and type(x[0]) is float]
found = [x for x in lists if len(x) < 200 and x is not x_data and x is not y_data]
found = [x for x in found if x not in (x_data, y_data)]
"""
    assert "succeeded with []" in classroom.attack(code)


def test_what_lessons_import_is_there(classroom: Class) -> None:
    code = """
import matplotlib.pyplot as plt, numpy, torch
from leadin.check import check
from leadin.graph import graph, play
plt.plot([1, 2]); plt.savefig(Path.home() / 'plot.png')
w = torch.tensor([1.0], requires_grad=True)
torch.optim.SGD([w], lr=0.1).zero_grad()
found = len(str(graph((w * 2 - 4) ** 2)._repr_mimebundle_())) > 100
"""
    assert "succeeded with True" in classroom.attack(code)
