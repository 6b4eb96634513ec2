"""`leadin book`: write what Sphinx reads, and run Sphinx on it."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from leadin.authoring.site.sources import BookError, write_sources

#: Sphinx writes this file into each site. What lacks it is not ours to empty.
_MARK = ".buildinfo"

#: The same sources make the same bytes: no date of today, and no order that changes by itself.
_SAME_BYTES = {"SOURCE_DATE_EPOCH": "0", "PYTHONHASHSEED": "0"}


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
