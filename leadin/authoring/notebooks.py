"""Notebook files: a read checks the structure, a write replaces the file in one step."""

import contextlib
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat.v4
import nbformat.validator
from nbformat import NotebookNode

#: Cells have ids since this minor version of notebook format 4.
FIRST_MINOR_WITH_IDS = 5

# nbformat declares no types for these.
_to_notebook: Callable[[object], NotebookNode] = nbformat.v4.to_notebook
_to_text: Callable[[NotebookNode], str] = nbformat.v4.writes
_schema_errors: Callable[[object], Iterator[Exception]] = nbformat.validator.iter_validate


@dataclass(frozen=True)
class Finding:
    """Something to mend in a notebook.

    Attributes:
        cell: the id of the cell, or None where it is the notebook as a whole.
        text: one line that says what to do.
    """

    cell: str | None
    text: str


class NotebookError(Exception):
    """A notebook that can't be used as it is; its text is one line for the author."""

    def __init__(self, finding: Finding, notebook: Path | None = None) -> None:
        """Keep what to mend and where.

        Args:
            finding: the cell and what to do about it.
            notebook: the file, where it is known.
        """
        self.finding = finding
        self.notebook = notebook
        where = str(notebook) if notebook else "the notebook"
        if finding.cell is not None:
            where += f", cell {finding.cell!r}"
        super().__init__(f"{where}: {finding.text}")


@contextlib.contextmanager
def naming(notebook: Path) -> Iterator[None]:
    """Add the file's name to a NotebookError raised by code that knows the content only."""
    try:
        yield
    except NotebookError as error:
        raise NotebookError(error.finding, notebook) from error


def notebooks_in(folder: Path) -> list[Path]:
    """List the notebooks of one folder by name, without those of folders inside it.

    Hidden files are left out: editors keep their own copies under such names.
    """
    return sorted(path for path in folder.glob("*.ipynb") if not path.name.startswith("."))


def load(path: Path) -> NotebookNode:
    """Read a notebook and check its structure.

    nbformat's own reader would quietly mend what is wrong (give a cell an id, rename a second one),
    so that nobody learns of it.

    Raises:
        NotebookError: the file can't be read, is no JSON or no notebook of format 4.5 or later.
    """
    with naming(path):
        data = _parse(path)
        for finding in structure_findings(data):
            raise NotebookError(finding)
    return _to_notebook(data)


def structure_findings(data: object) -> list[Finding]:
    """Say what keeps parsed JSON from being a notebook of format 4.5 or later.

    Args:
        data: what `json` made of the file.
    """
    if not isinstance(data, dict) or not isinstance(data.get("cells"), list):
        return [Finding(None, "is JSON, but not a notebook: restore it")]
    version = (data.get("nbformat"), data.get("nbformat_minor"))
    if version[0] != 4 or not isinstance(version[1], int) or version[1] < FIRST_MINOR_WITH_IDS:
        text = f"has notebook format {version[0]}.{version[1]}: convert it to 4.5, which has ids"
        return [Finding(None, text)]
    without_id = [
        Finding(None, f"cell {number} has no id: give it a readable one, such as 'why-zero'")
        for number, cell in enumerate(data["cells"], start=1)
        if isinstance(cell, dict) and "id" not in cell
    ]
    # A cell without its id also breaks the schema, which says it in less helpful words.
    return without_id or [_schema_finding(error) for error in _schema_errors(data)]


def to_bytes(notebook: NotebookNode) -> bytes:
    """Give the one spelling of a notebook on disk: the same bytes on every system."""
    return (_to_text(notebook) + "\n").encode("utf-8")


def write_if_changed(path: Path, content: bytes) -> bool:
    """Write a file unless it has this content already.

    The file is replaced in one step, so that an interruption never leaves half of it.

    Returns:
        Whether the file was written.
    """
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return True


def _parse(path: Path) -> object:
    try:
        return json.loads(path.read_bytes().decode("utf-8"))
    except OSError as error:
        raise NotebookError(Finding(None, f"can't be read: {error.strerror}")) from error
    except UnicodeDecodeError as error:
        raise NotebookError(Finding(None, "is not UTF-8 text: restore it")) from error
    except json.JSONDecodeError as error:
        text = f"is not valid JSON (line {error.lineno}: {error.msg}): mend or restore it"
        raise NotebookError(Finding(None, text)) from error
    except RecursionError as error:
        raise NotebookError(Finding(None, "is nested too deeply: restore it")) from error


def _schema_finding(error: Exception) -> Finding:
    reason = str(getattr(error, "message", error)).splitlines()[0]
    return Finding(None, f"breaks the notebook format: {reason}")
