"""Notebook files: read with a check of their structure, tidied, and replaced in one step."""

import contextlib
import copy
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import nbformat
import nbformat.v4
import nbformat.validator
from nbformat import NotebookNode

#: Cells have ids since this minor version of notebook format 4.
FIRST_MINOR_WITH_IDS = 5

# nbformat declares no types for these.
_to_notebook: Callable[[object], NotebookNode] = nbformat.v4.to_notebook
_to_text: Callable[[NotebookNode], str] = nbformat.v4.writes
_schema_errors: Callable[[object], Iterator[Exception]] = nbformat.validator.iter_validate

#: Cell metadata that means something to Jupyter, nbgrader, nbval or the reading site. Everything
#: else (timings, scroll positions, an editor's own notes) changes without the author wanting it.
KEPT_IN_CELLS = (
    "deletable",
    "editable",
    "jupyter",
    "mystnb",
    "nbgrader",
    "nbsphinx",
    "slideshow",
    "tags",
)

#: What a setting is when it is not there; JupyterLab writes these down all the same.
DEFAULTS: Mapping[str, object] = {
    "deletable": True,
    "editable": True,
    "jupyter": {},
    "slideshow": {"slide_type": ""},
    "tags": [],
}

NOTEBOOK_METADATA: Mapping[str, object] = {
    "kernelspec": {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    },
    # Without versions: they would differ from one author to the next.
    "language_info": {"name": "python"},
}

# nbformat declares no types for this.
_to_node: Callable[[object], NotebookNode] = nbformat.from_dict


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


def tidy(notebook: NotebookNode) -> NotebookNode:
    """Return the notebook with metadata that only its author changes.

    Cells, ids and attachments stay as they are, and so does what the outputs show.

    Args:
        notebook: a notebook of format 4.5 or later; it is not changed.
    """
    result = copy.deepcopy(notebook)
    kept = {key: result.metadata[key] for key in ("authors", "title") if key in result.metadata}
    result.metadata = _to_node({**kept, **NOTEBOOK_METADATA})
    for cell in result.cells:
        cell.metadata = _to_node(_tidy_cell_metadata(cell.metadata))
        if cell.cell_type == "code":
            cell.outputs = _join_streams(cell.outputs)
    return result


def _join_streams(outputs: Sequence[NotebookNode]) -> list[NotebookNode]:
    """Make one output of printed text that arrived in pieces: pieces would tear tables apart."""
    joined: list[NotebookNode] = []
    for output in outputs:
        previous = joined[-1] if joined else None
        if previous and output.output_type == "stream" and previous.get("name") == output.name:
            previous.text += output.text
        else:
            joined.append(output)
    return joined


def _tidy_cell_metadata(metadata: Mapping[str, object]) -> dict[str, object]:
    kept = {key: metadata[key] for key in KEPT_IN_CELLS if key in metadata}
    jupyter = kept.get("jupyter")
    if isinstance(jupyter, Mapping):
        # Hiding the source is the author's choice; hiding outputs is one click too many.
        kept["jupyter"] = {"source_hidden": True} if jupyter.get("source_hidden") else {}
    return {key: value for key, value in kept.items() if DEFAULTS.get(key) != value}
