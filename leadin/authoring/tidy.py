"""Take out of a notebook what an editor or a run leaves behind, and keep what an author wrote."""

import copy
from collections.abc import Callable, Mapping, Sequence

import nbformat
from nbformat import NotebookNode

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
