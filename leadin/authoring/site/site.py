"""The reading site: write what Sphinx reads, and run Sphinx on it.

Sphinx reads the pages, the notebooks to download and the site's own files from one folder. A page
in book/ may hold slots, such as `<!-- lessons -->`, for what is made of the lessons.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from html import escape
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from nbformat import NotebookNode

from leadin import course
from leadin.authoring.build import LESSONS, SOLUTIONS
from leadin.authoring.explorables import fragment
from leadin.authoring.notebooks import load, naming, notebooks_in, to_bytes
from leadin.authoring.site.errors_page import error_entries, silent_mistakes, trap_entries
from leadin.authoring.site.lesson_page import PLAYER_FILES, PageSource, lesson_page, with_player
from leadin.authoring.site.markdown import link_cells, name_repository_files, plain

BOOK = "book"
PICTURES = "pics"
#: The page in lessons/ that leads from the lecture note to the lessons.
NOTES = ("glossary.md", "lecture_note.md")

#: Figures that move, and the cell that each stands behind.
EXPLORABLES: Mapping[tuple[str, str], str] = {
    ("01_linear_model", "try-learning-rates"): "learning_rate",
    ("07_zero_grad", "momentum"): "forgotten_zero",
    ("04_why_nonlinearity", "below-the-floor-read"): "nonlinearity",
    ("14_deep_networks", "good-start-caption"): "deep_gradients",
    ("15_softmax_cross_entropy", "gradient-read"): "softmax",
    ("15_softmax_cross_entropy", "boundary-caption"): "moons",
}
#: The graph that the start page lets a reader step through.
FIRST_PLAYER = ("08_training_linear", "play-first-sample")

_OWN_FOLDERS = ("_static", "_templates")
_MATHJAX = "django-static-mathjax"
_MATHJAX_FILE = "mathjax/static/mathjax/es5/tex-svg.js"
_SLOT = re.compile(r"<!-- ([\w-]+) -->")

#: Sphinx writes this file into each site. What lacks it is not ours to empty.
_MARK = ".buildinfo"

#: The same sources make the same bytes: no date of today, and no order that changes by itself.
_SAME_BYTES = {"SOURCE_DATE_EPOCH": "0", "PYTHONHASHSEED": "0"}


class BookError(Exception):
    """The site can't be made; its text is one line that says what is missing."""


class SphinxError(Exception):
    """Sphinx found fault with the pages; its text is what Sphinx says."""


def build_site(root: Path, out: Path) -> None:
    """Make the reading site.

    Args:
        root: the course's folder.
        out: where the site goes. An earlier site there is replaced.

    Raises:
        BookError: something that the site needs is missing, or `out` holds something else.
        NotebookError: a lesson can't be made a page of.
        SphinxError: Sphinx had a warning or an error.
    """
    if find_spec("sphinx") is None:
        raise BookError("Sphinx is not there: install it with `make setup`")
    if out.exists() and any(out.iterdir()) and not (out / _MARK).exists():
        raise BookError(f"{out} holds something that is no site: choose another folder")
    source, doctrees, fresh = (out.parent / name for name in ("source", "doctrees", "fresh"))
    for folder in (doctrees, fresh):
        shutil.rmtree(folder, ignore_errors=True)
    write_sources(root, source)
    run_sphinx(source, doctrees, fresh)
    shutil.rmtree(out, ignore_errors=True)
    fresh.rename(out)


def run_sphinx(source: Path, doctrees: Path, out: Path) -> None:
    """Make pages of sources.

    Raises:
        SphinxError: Sphinx had a warning or an error.
    """
    options = ("-b", "html", "-q", "-W", "--keep-going", "-d", str(doctrees))
    run = subprocess.run(
        [sys.executable, "-m", "sphinx", *options, str(source), str(out)],
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, **_SAME_BYTES},
    )
    if run.returncode:
        raise SphinxError(run.stderr.strip())


def write_sources(root: Path, folder: Path) -> None:
    """Write all that Sphinx reads, into a folder that is emptied first.

    Args:
        root: the course's folder.
        folder: where to write.

    Raises:
        BookError: a file of the site is missing.
        NotebookError: a lesson can't be read or made a page of.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    paths = notebooks_in(root / SOLUTIONS)
    if not paths:
        raise BookError(f"{root / SOLUTIONS} has no notebooks; call this in the course's folder")
    solutions = {path.stem: load(path) for path in paths}
    for path in paths:
        with naming(path):
            page = lesson_page(_page_source(root, path.stem, solutions))
        (folder / path.name).write_bytes(to_bytes(page))
    _write_texts(root, folder, solutions)
    _copy_files(root, folder)


def _page_source(root: Path, name: str, solutions: Mapping[str, NotebookNode]) -> PageSource:
    explorables = {
        cell_id: _explorable(root / BOOK / "explorables", file)
        for (lesson, cell_id), file in EXPLORABLES.items()
        if lesson == name
    }
    return PageSource(name, solutions[name], tuple(solutions), explorables)


def _explorable(folder: Path, name: str) -> str:
    try:
        return fragment(name, folder)
    except OSError as error:
        raise BookError(f"{error.filename} can't be read: {error.strerror}") from error


def _write_texts(root: Path, folder: Path, solutions: Mapping[str, NotebookNode]) -> None:
    slots: Mapping[str, Callable[[], str]] = {
        "player": lambda: _player(solutions),
        "lessons": lesson_list,
        "errors": lambda: error_entries(solutions),
        "traps": lambda: trap_entries(solutions),
        "silent-mistakes": lambda: silent_mistakes(solutions),
    }
    for path in sorted((root / BOOK).glob("*.md")):
        text = _SLOT.sub(lambda match: slots[match[1]](), name_repository_files(_read(path)))
        (folder / path.name).write_text(text, encoding="utf-8")
    for name in NOTES:
        note = link_cells(_read(root / LESSONS / name))
        (folder / name).write_text(note, encoding="utf-8")


def lesson_list() -> str:
    """List the lessons with their questions."""
    return "\n".join(
        f"1. [{lesson.number} · {lesson.title}]({lesson.name}.ipynb)"
        f'<span class="question">{escape(plain(lesson.question))}</span>'
        for lesson in course.LESSONS
    )


def _player(solutions: Mapping[str, NotebookNode]) -> str:
    name, cell_id = FIRST_PLAYER
    for cell in solutions[name].cells:
        if cell.id == cell_id:
            return str(with_player(cell.outputs[0]).data["text/html"])
    raise BookError(f"{name} has no cell {cell_id!r} for the start page's player")


def _copy_files(root: Path, folder: Path) -> None:
    shutil.copy(root / BOOK / "conf.py", folder)
    for name in _OWN_FOLDERS:
        shutil.copytree(root / BOOK / name, folder / name)
    for name, text in PLAYER_FILES.items():
        (folder / "_static" / name).write_text(text, encoding="utf-8")
    shutil.copytree(root / PICTURES, folder / PICTURES)
    downloads = folder / "extra" / "notebooks"
    downloads.mkdir(parents=True)
    for path in notebooks_in(root / LESSONS):
        shutil.copy(path, downloads)
    _copy_mathjax(folder / "_static" / "mathjax")


def _copy_mathjax(folder: Path) -> None:
    """Copy MathJax and its licence, so that no page asks another host for it."""
    try:
        files = metadata.files(_MATHJAX) or []
    except metadata.PackageNotFoundError:
        raise BookError("MathJax is not there: install it with `make setup`") from None
    folder.mkdir()
    for file in files:
        if str(file) == _MATHJAX_FILE or file.name == "LICENSE":
            shutil.copy(str(file.locate()), folder)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise BookError(f"{path} can't be read: {error.strerror}") from error
