"""Lesson 12 shows the messages of the installed torch; where they have changed, it says which."""

import contextlib
import io
import re
from pathlib import Path

import matplotlib as mpl
import nbformat
import pytest
import torch

NOTEBOOK = Path(__file__).parents[2] / "solutions" / "12_debugging_clinic.ipynb"


def cells():
    return nbformat.read(NOTEBOOK, as_version=4).cells


def on_one_line(text):
    return " ".join(text.split())


def stored_text(cell):
    return on_one_line("".join(output.get("text", "") for output in cell.outputs))


@pytest.fixture(scope="module")
def texts():
    """Heading, stored text and text raised anew of each entry, by its cell's id."""
    mpl.use("agg")
    names = {}
    result = {}
    heading = ""
    for cell in cells():
        if cell.cell_type == "markdown":
            heading = cell.source.splitlines()[0]
        elif cell.id == "set-up":
            exec(cell.source, names)
        elif cell.id.startswith("error-"):
            with contextlib.redirect_stdout(io.StringIO()) as printed:
                exec(cell.source, names)
            result[cell.id] = (heading, stored_text(cell), on_one_line(printed.getvalue()))
    return result


def test_the_messages_are_those_of_the_installed_torch(texts):
    changed = [
        f"{heading}\n    the lesson shows: {stored}\n    now it says:      {raised}"
        for heading, stored, raised in texts.values()
        if stored != raised
    ]
    assert not changed, (
        f"torch {torch.__version__} words {len(changed)} of {len(texts)} messages differently. "
        f"Rewrite these entries of {NOTEBOOK.name}, then run `leadin build --run`:\n\n"
        + "\n\n".join(changed)
    )


def test_every_entry_is_found_by_the_text_in_its_heading(texts):
    assert len(texts) == 16
    for heading, _, raised in texts.values():
        message = re.search(r"`(.+)`", heading)
        assert message, heading
        assert message[1] in raised


def test_the_table_leads_to_every_entry_by_a_text_that_is_raised(texts):
    (table,) = (cell.source for cell in cells() if cell.id == "errors")
    rows = re.findall(r"\| `(.+)` \| (E\d+) \|", table)
    assert [entry for _, entry in rows] == [f"E{n}" for n in range(1, len(texts) + 1)]
    for text, entry in rows:
        assert text in texts[f"error-{entry[1:]}"][2]
