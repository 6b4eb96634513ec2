"""What stands in for a figure where it can't be seen, read off the code that draws it."""

import ast

from nbformat import NotebookNode

from leadin.judging.source import parse_cell

_AXES = {"set_xlabel": "horizontal axis", "set_ylabel": "vertical axis"}


def shows_figure(cell: NotebookNode) -> bool:
    """Say whether a code cell's outputs are pictures or graphs, and no text."""
    kinds = [_kind(output) for output in cell.outputs]
    return bool(kinds) and all(kind in ("image/png", "text/html") for kind in kinds)


def shows_plot(cell: NotebookNode) -> bool:
    """Say whether a code cell's outputs are plots, and nothing else."""
    return bool(cell.outputs) and all(_kind(output) == "image/png" for output in cell.outputs)


def alternative_text(cell: NotebookNode) -> str:
    """Say in words what a cell's plot shows.

    An author's own words are taken first (`alt` in the cell's `mystnb` metadata), then those that
    the plot came with, as a check's does. Otherwise the plot is described by its titles, axes and
    labels. What to notice in it is the caption's part.
    """
    written = cell.metadata.get("mystnb", {}).get("image", {}).get("alt")
    told = [output.data.get("text/plain", "") for output in cell.outputs if "data" in output]
    own = [text for text in told if text and not text.startswith("<")]
    return str(written or "; ".join(own) or _described(cell.source))


def _described(code: str) -> str:
    words = _words(code)
    parts = [
        f"{name}: {', '.join(found)}"
        for name, found in (
            ("panels", words["set_title"]),
            *((axis, words[call]) for call, axis in _AXES.items()),
            ("shown", words["label"]),
        )
        if found
    ]
    return "Plot. " + "; ".join(parts) if parts else "Plot"


def _words(code: str) -> dict[str, list[str]]:
    """Collect the plain texts that a plotting cell gives to its axes, without repeating any."""
    found: dict[str, list[str]] = {"set_title": [], "label": [], **{call: [] for call in _AXES}}
    tree = parse_cell(code)
    for node in ast.walk(tree) if tree else ():
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Attribute) and node.func.attr in found and node.args:
            _add(found[node.func.attr], node.args[0])
        for keyword in node.keywords:
            if keyword.arg == "label":
                _add(found["label"], keyword.value)
    return found


def _add(texts: list[str], node: ast.expr) -> None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in texts:
        texts.append(node.value)


def _kind(output: NotebookNode) -> str:
    data = output.get("data", {})
    return next((kind for kind in ("text/html", "image/png") if kind in data), "text/plain")
