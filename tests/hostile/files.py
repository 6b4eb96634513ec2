"""Notebook files as students hand them in: broken ones, and odd ones with a right answer in."""

import gzip
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .conftest import CHECK, RIGHT

Write = Callable[[Path], object]

#: What a file that was saved in a hurry has kept.
HALF = 300


def notebook(*cells: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """A notebook's content; without cells of its own, one with a right answer."""
    right = [code(RIGHT), code(CHECK)]
    return {
        "cells": [*cells] or right,
        "metadata": {},
        "nbformat": 4,
        "nbformat_minor": 4,
        **fields,
    }


def code(source: Any, **fields: Any) -> dict[str, Any]:
    """A code cell's content."""
    empty = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
    return {**empty, "source": source, **fields}


def old_notebook() -> dict[str, Any]:
    """Format 3 had its cells in worksheets, and their text in `input`."""
    cells = [
        {"cell_type": "code", "input": text, "language": "python", "metadata": {}, "outputs": []}
        for text in (RIGHT, CHECK)
    ]
    return {
        "metadata": {"name": ""},
        "nbformat": 3,
        "nbformat_minor": 0,
        "worksheets": [{"cells": cells, "metadata": {}}],
    }


def text(content: str, encoding: str = "utf-8") -> Write:
    return lambda path: path.write_text(content, encoding)


def as_json(content: Any) -> Write:
    return text(json.dumps(content))


def large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 30)  # takes no room on the disk


def link_to(target: str) -> Write:
    return lambda path: path.symlink_to(target)


ANSWERED = json.dumps(notebook())

#: By what is wrong: how such a file comes about, and a part of the reason that is given.
BROKEN: dict[str, tuple[Write, str]] = {
    "empty": (text(""), "is empty"),
    "blank": (text(" \n"), "is empty"),
    "cut off": (text(ANSWERED[:HALF]), "cut short"),
    "a sentence": (text("my homework"), "no Jupyter notebook"),
    "a number": (text("42"), "it has no cells"),
    "a list": (text("[]"), "it has no cells"),
    "null": (text("null"), "it has no cells"),
    "an empty object": (text("{}"), "no Jupyter notebook"),
    "a web page": (text("<!DOCTYPE html><title>Sign in</title>"), "a saved web page"),
    "a script": (text(RIGHT), "a text, maybe a script"),
    "merge conflicts": (text(f"<<<<<<< HEAD\n{ANSWERED}\n=======\n"), "merge conflict at line 1"),
    "two notebooks in one": (text(ANSWERED * 2), "goes on after its end"),
    "a pointer to a large file": (
        text("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n"),
        "Run `git lfs pull`",
    ),
    "compressed": (lambda path: path.write_bytes(gzip.compress(b"{}")), "is an archive"),
    "zeros": (lambda path: path.write_bytes(bytes(4096)), "is no text"),
    "brackets without end": (text("[" * 1_000_000), "no Jupyter notebook"),
    "a format of the future": (as_json(notebook(nbformat=9)), "no Jupyter notebook"),
    "a format that is no number": (as_json(notebook(nbformat="four")), "no Jupyter notebook"),
    "cells that are no list": (as_json(notebook(cells={"a": 1})), "no Jupyter notebook"),
    "cells that are no cells": (as_json(notebook(cells=[1, "x", None])), "no Jupyter notebook"),
    "a cell without a type": (as_json(notebook({"source": "x"})), "no Jupyter notebook"),
    "far too many cells": (as_json(notebook(*[code("")] * 5_000)), "5000 cells"),
    "far too large": (large, "larger than"),
    "a folder": (lambda path: path.mkdir(), "is no file"),
    "a pipe": (lambda path: os.mkfifo(path), "is no file"),
    "a link to itself": (link_to("08_training_linear.ipynb"), "a link that leads"),
    "a link to nothing": (link_to("nowhere.ipynb"), "can't be opened"),
    "a link to a device": (link_to("/dev/zero"), "a link that leads out"),
    "a link to another student": (
        link_to("../ada/08_training_linear.ipynb"),
        "a link that leads out",
    ),
}

#: By what is odd: a file with a right answer.
ODD: dict[str, Write] = {
    "no ids": as_json(notebook()),
    "the same id twice": as_json(
        notebook(code(RIGHT, id="a"), code(CHECK, id="a"), nbformat_minor=5)
    ),
    "format 3": as_json(old_notebook()),
    "no format": as_json({key: value for key, value in notebook().items() if key != "nbformat"}),
    "format 4.0": as_json(notebook(nbformat_minor=0)),
    "a minor format of the future": as_json(notebook(nbformat_minor=99)),
    "a byte order mark": text(ANSWERED, "utf-8-sig"),
    "in another encoding": text(ANSWERED, "utf-16"),
    "lines of Windows": text(json.dumps(notebook(), indent=1).replace("\n", "\r\n")),
    "texts as lists of lines": as_json(
        notebook(code(RIGHT.splitlines(keepends=True)), code(CHECK))
    ),
    "metadata of another editor": as_json(
        notebook(
            code(RIGHT, metadata={"colab": {"base_uri": 3}, "id": "x"}),
            code(CHECK, metadata={"nbgrader": "none", "tags": "exercise"}),
            metadata={"kernelspec": {"name": "ir", "language": "R"}, "colab": {}},
        )
    ),
    "megabytes of output": as_json(
        notebook(
            code(RIGHT, outputs=[{"output_type": "stream", "name": "stdout", "text": "x" * 10**7}]),
            code(CHECK),
        )
    ),
    "outputs that are none": as_json(
        notebook(code(RIGHT, outputs=[{"output_type": "hologram"}]), code(CHECK))
    ),
    "the answer twice": as_json(notebook(code(RIGHT), code(RIGHT), code(CHECK))),
    "a text that is a number": as_json(notebook(code(3), code(RIGHT), code(CHECK))),
    "the check twice": as_json(notebook(code(RIGHT), code(CHECK), code(CHECK))),
    "no check": as_json(
        notebook(code(RIGHT, metadata={"nbgrader": {"grade_id": "08-train-linear"}}))
    ),
    "half a character in a text": as_json(
        notebook(
            {"cell_type": "markdown", "metadata": {}, "source": "\ud800"}, code(RIGHT), code(CHECK)
        )
    ),
    "a plot, a magic, a command and a print without end of line": as_json(
        notebook(
            code("%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.plot([1, 2]);"),
            code("!pip install torch\n%pip install numpy\n%load_ext autoreload"),
            code("print('x' * 10**7, end='')"),
            code(RIGHT),
            code(CHECK),
        )
    ),
    "html and widgets": as_json(
        notebook(
            code("%%html\n<script>alert(1)</script>"),
            code("from IPython.display import display, HTML\ndisplay(HTML('<b>'))"),
            code("%%bash\necho hello"),
            code(RIGHT),
            code(CHECK),
        )
    ),
    "a question to the reader": as_json(
        notebook(code("input('name? ')"), code(RIGHT), code(CHECK))
    ),
}
