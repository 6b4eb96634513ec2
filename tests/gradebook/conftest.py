"""Classes to grade: small notebooks with one exercise, and one warm process for all of them."""

from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import nbformat
import nbformat.v4 as nbf
import pytest

import leadin.gradebook.command
import leadin.running.start
from leadin.running.launcher import Launcher

ANSWERS = Path(__file__).parents[1] / "submissions" / "08-train-linear"
RIGHT = (ANSWERS / "correct" / "plain_python.py").read_text("utf-8")
WRONG = (ANSWERS / "mistakes" / "wrong_sign__by_hand.py").read_text("utf-8")
LESSON = "08_training_linear.ipynb"
ID = "08-train-linear"

WriteNotebook = Callable[..., Path]


def write_notebook(path: Path, *cells: str, check: bool = True) -> Path:
    """A notebook of lesson 08 with these code cells and the check of its loop, and no other."""
    path.parent.mkdir(parents=True, exist_ok=True)
    sources = (*cells, f'check("{ID}", train)') if check else cells
    nbformat.write(nbf.new_notebook(cells=[nbf.new_code_cell(each) for each in sources]), path)
    return path


@pytest.fixture
def shared_launcher(launcher: Launcher, monkeypatch: pytest.MonkeyPatch) -> Launcher:
    """The commands use the warm process that is there: starting one takes seconds."""
    for module in (leadin.running.start, leadin.gradebook.command):
        monkeypatch.setattr(module, "open_launcher", lambda *_: nullcontext(launcher))
    # A command that is stopped closes it, and other tests go on with it.
    monkeypatch.setattr(launcher, "close", lambda: None)
    return launcher


@pytest.fixture
def class_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "class"
    folder.mkdir()
    return folder
