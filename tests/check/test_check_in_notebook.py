"""What a notebook shows of a check: a picture, and the message without a traceback of ours."""

import base64
import re
from typing import Any

import nbclient
import nbformat.v4 as nbf
import pytest

RIGHT = """\
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x - y) ** 2
            w -= lr * 2 * x * (w * x - y)
        losses.append(loss)
    return losses
"""
CELLS = {
    "right": RIGHT,
    "wrong": RIGHT.replace("w -=", "w +="),
    "raises": RIGHT.replace("loss = (w", "loss = (v"),
    "below": "\n\n!true\n" + RIGHT.replace("losses.append", "losses.apend"),
    "timed": "%%time\n" + RIGHT.replace("losses = []", "losses += []"),
    "none": RIGHT.replace("return losses", ""),
}


@pytest.fixture(scope="module")
def outputs() -> dict[str, list[Any]]:
    """The outputs of each cell above, all run in one kernel."""
    call = '\ncheck("08-train-linear", train)'
    cells = [nbf.new_code_cell("from leadin.check import check")]
    cells += [nbf.new_code_cell(source + call, id=name) for name, source in CELLS.items()]
    notebook = nbf.new_notebook(cells=cells)
    nbclient.NotebookClient(notebook, kernel_name="python3", allow_errors=True).execute()
    return {cell.id: cell.outputs for cell in notebook.cells}


def pictures(outputs: list[Any]) -> list[bytes]:
    bundles = [output.data for output in outputs if output.output_type == "display_data"]
    return [base64.b64decode(bundle["image/png"]) for bundle in bundles]


def error(outputs: list[Any]) -> Any:
    (found,) = (output for output in outputs if output.output_type == "error")
    return found


def test_a_pass_shows_the_picture_and_the_verdict(outputs: dict[str, list[Any]]) -> None:
    assert len(pictures(outputs["right"])) == 1
    assert "✓ 08-train-linear: right" in outputs["right"][-1].text


def test_a_failure_shows_the_picture_and_the_message_alone(outputs: dict[str, list[Any]]) -> None:
    (picture,) = pictures(outputs["wrong"])
    assert picture.startswith(b"\x89PNG")
    failure = error(outputs["wrong"])
    assert failure.ename == "CheckFailed"
    shown = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(failure.traceback))
    assert shown.split() == failure.evalue.split()
    assert max(map(len, shown.splitlines())) <= 88
    assert shown.startswith("✗ 08-train-linear: not right yet")
    assert "[wrong_sign]" in shown
    assert "Traceback" not in shown


def test_an_exception_is_shown_with_the_line_of_the_cell(outputs: dict[str, list[Any]]) -> None:
    message = error(outputs["raises"]).evalue
    assert "line 5: loss = (v * x - y) ** 2" in message
    assert "NameError: name 'v' is not defined" in message
    assert not pictures(outputs["raises"])


def test_the_line_is_counted_from_the_top_of_the_cell_as_it_was_written(
    outputs: dict[str, list[Any]],
) -> None:
    message = error(outputs["below"]).evalue
    assert "line 10: losses.apend(loss)" in message
    assert "In plain words: What stands before the dot (type list) has no apend" in message
    assert "line_of" not in message


def test_a_function_from_below_a_magic_is_explained_too(outputs: dict[str, list[Any]]) -> None:
    message = error(outputs["timed"]).evalue
    assert "line 3: losses += []" in message
    assert "In plain words: This line works out a new losses from the old one" in message


def test_where_there_is_no_curve_there_is_no_picture(outputs: dict[str, list[Any]]) -> None:
    assert "returns None" in error(outputs["none"]).evalue
    assert not pictures(outputs["none"])
