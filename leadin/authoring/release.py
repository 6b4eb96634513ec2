"""`leadin release`: the archive that students get, with no solution in it."""

import io
import os.path
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from nbformat import NotebookNode

from leadin import course
from leadin.authoring.build import LESSONS, SOLUTIONS
from leadin.authoring.derive import derive
from leadin.authoring.notebooks import (
    NotebookError,
    load,
    notebooks_in,
    tidy,
    to_bytes,
    write_if_changed,
)
from leadin.authoring.rules import links
from leadin.course import Lesson, UnknownLessonError, lessons_named

#: The archive, without its ending, and the one folder in it.
NAME = "leadin-lessons"
PACKAGE = "leadin"
PICTURES = "pics"

#: What students install the package with. The course's own Makefile and README speak of solutions
#: and tests, which are not there: they have stand-ins below.
_INSTALLED_WITH = (
    ".gitignore",
    "LICENSE",
    "constraints.txt",
    "environment.yml",
    "pyproject.toml",
    "tools/lab.sh",
    "tools/setup.sh",
)

#: The same for every file, so that the same course gives the same bytes. The first day that the
#: format knows, in 1980, is one too early for some tools in some time zones.
_TIME = (2000, 1, 1, 0, 0, 0)
_UNIX, _PLAIN_FILE = 3, 0o100644

_MAKEFILE = """\
# PYTHON=/path/to/python3 picks the Python that .venv is made with, LAB_ARGS=... goes to JupyterLab.

.PHONY: lab setup
.DEFAULT_GOAL := lab

lab: setup ## open JupyterLab on the lessons
	@sh tools/lab.sh $(LAB_ARGS)

setup: ## make .venv, or bring it up to date
	@sh tools/setup.sh
"""

_README = """\
# Leadin

Back-propagation in PyTorch, in notebooks. You write training loops; a check compares your loss
curve with the right one, from the first epoch on, and names the mistake behind a wrong one.

## Start

You need Python 3.11 to 3.14 and make. In this folder:

```
make lab
```

This installs everything into `.venv` and opens JupyterLab on the lessons. The first time takes a
few minutes, since torch is large. On Windows, or with conda: `conda env create -f environment.yml`,
`conda activate leadin`, `jupyter lab`.

Read a lesson from top to bottom and run each cell with Shift+Enter. An exercise cell is yours to
fill; the check below it says what is right and what to mend. In a terminal:

```
@commands@
```

## Hand in

Hand in the notebooks in `lessons/` and keep their names. They are run from top to bottom and judged
by the functions in the exercise cells, also on other data than the lesson's.

## Lessons

| lesson | exercise | points |
| --- | --- | --- |
@rows@
"""

_COMMANDS = """\
.venv/bin/leadin status            # which exercises pass, and what to do next
.venv/bin/leadin grade lessons     # a verdict and points for each exercise"""


class ReleaseError(Exception):
    """The archive can't be made; the text says why in one line."""


def write_release(root: Path, out: Path, lessons: Sequence[str] = ()) -> Path:
    """Write the archive.

    Args:
        root: the course's folder.
        out: the archive, whose name ends in `.zip`, or a folder to put it in.
        lessons: such as `08_training_linear` or `08`; none for the whole course.

    Returns:
        Where it is.

    Raises:
        ReleaseError: something is missing or out of date, or the archive can't be written.
    """
    path = out if out.suffix == ".zip" else out / f"{NAME}.zip"
    content = to_zip(release_files(root, lessons))
    try:
        write_if_changed(path, content)
    except OSError as error:
        raise ReleaseError(f"{path} can't be written: {error.strerror}") from error
    return path


def release_files(root: Path, lessons: Sequence[str] = ()) -> dict[str, bytes]:
    """What is in the archive, by path.

    All of the package is: the check needs the exercises and the diagnosis, `leadin status` needs
    the grader, and a package without the rest would have commands that fail.

    Args:
        root: the course's folder.
        lessons: as in `write_release`.

    Raises:
        ReleaseError: something is missing or out of date.
    """
    chosen = _chosen(root, lessons)
    notebooks = {f"{lesson.name}.ipynb": _derived(root, lesson) for lesson in chosen}
    names = [
        *_INSTALLED_WITH,
        *_package(root),
        *sorted({picture for each in notebooks.values() for picture in _pictures(each)}),
    ]
    files = {name: _read(root / name) for name in names}
    files |= {f"{LESSONS}/{name}": to_bytes(each) for name, each in notebooks.items()}
    files["README.md"] = _readme(chosen).encode()
    files["Makefile"] = _MAKEFILE.encode()
    return files


def to_zip(files: Mapping[str, bytes]) -> bytes:
    """Pack files into one folder; the same files give the same bytes.

    Args:
        files: by path, with forward slashes.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{NAME}/{name}", _TIME)
            # Otherwise these would tell on which system it was packed.
            entry.create_system = _UNIX
            entry.external_attr = _PLAIN_FILE << 16
            archive.writestr(entry, files[name], zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _chosen(root: Path, names: Sequence[str]) -> tuple[Lesson, ...]:
    """The lessons that were asked for."""
    if not notebooks_in(root / SOLUTIONS):
        raise ReleaseError(f"{root / SOLUTIONS} has no notebooks; call this in the course's folder")
    try:
        return lessons_named(names)
    except UnknownLessonError as error:
        raise ReleaseError(str(error)) from error


def _derived(root: Path, lesson: Lesson) -> NotebookNode:
    """A lesson's notebook as its solution gives it, if that is what lessons/ holds."""
    name = f"{lesson.name}.ipynb"
    try:
        notebook = derive(tidy(load(root / SOLUTIONS / name)))
    except NotebookError as error:
        raise ReleaseError(str(error)) from error
    path = root / LESSONS / name
    if _read(path) != to_bytes(notebook):
        raise ReleaseError(f"{path} is out of date: run `leadin build`")
    return notebook


def _package(root: Path) -> Iterable[str]:
    paths = (root / PACKAGE).rglob("*")
    wanted = (path for path in paths if path.suffix in (".py", ".toml") or path.name == "py.typed")
    return sorted(path.relative_to(root).as_posix() for path in wanted)


def _pictures(notebook: NotebookNode) -> Iterable[str]:
    """The pictures that a lesson shows, as paths from the course's folder."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            for link in links(cell.source):
                target = os.path.normpath(f"{LESSONS}/{link.target}").replace(os.sep, "/")
                if target.startswith(f"{PICTURES}/"):
                    yield target


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReleaseError(f"{path} can't be read: {error.strerror}") from error


def _readme(lessons: Sequence[Lesson]) -> str:
    """The README, with a table of the lessons that are there.

    Args:
        lessons: those that the archive has, in the course's order.
    """
    commands = _COMMANDS
    if len(lessons) < len(course.LESSONS):
        # A folder is taken for the whole course, and then the others would be missing.
        each = (f".venv/bin/leadin status lessons/{lesson.name}.ipynb" for lesson in lessons)
        commands = "\n".join(each)
    rows = "\n".join(map(_row, lessons))
    return _README.replace("@commands@", commands).replace("@rows@", rows)


def _row(lesson: Lesson) -> str:
    ids = "<br>".join(f"`{each.id}`" for each in lesson.exercises)
    points = sum(each.points for each in lesson.exercises)
    title = f"{lesson.number} · {lesson.title}"
    return f"| [{title}](lessons/{lesson.name}.ipynb) | {ids} | {points} |"
