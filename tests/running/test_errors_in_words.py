"""What a student's notebook stops with is shown at the student's own line, and explained."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import nbformat.v4 as nbf
import pytest

from leadin.judging import Verdict
from leadin.running.grade import grade
from leadin.running.walk import Settings
from leadin.words import render

from .conftest import edit_notebook

ID = "08-train-linear"
TRAIN = "def train(x_data, y_data, w, lr, epochs):\n    "

Submit = Callable[[Mapping[str, str]], Path]


def verdict(folder: Path, *before: str) -> Verdict:
    """The verdict on a submission, with cells before its own."""

    def edit(notebook: Any) -> None:
        notebook.cells[1:1] = map(nbf.new_code_cell, before)

    edit_notebook(folder / "08_training_linear.ipynb", edit)
    (notebook,) = grade(folder / "08_training_linear.ipynb", Settings(time_limit=60))
    (judgement,) = (each for each in notebook.judgements if each.exercise == ID)
    assert judgement.kind == "error"
    return judgement


def place(judgement: Verdict) -> tuple[object, ...]:
    fields = judgement.reason.fields
    return (
        fields.get("line_number"),
        fields.get("line"),
        [each.id for each in judgement.reason.more],
    )


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (TRAIN + 'print "w"', (2, 'print "w"', ["syntax_print"])),
        (TRAIN + "x = 1\n\treturn x", (3, "return x", ["syntax_tabs"])),
        (TRAIN + "x = 1\n      y = 2", (3, "y = 2", ["syntax_indent"])),
        (TRAIN + "if w:\n        x = 1\n      y = 2", (4, "y = 2", ["syntax_dedent"])),
        (TRAIN + "return [1，2]", (2, "return [1，2]", ["syntax_character"])),
        (TRAIN + "return\u00a0[]", (2, "return\u00a0[]", ["syntax_invisible"])),
        ("<<<<<<< HEAD\n" + TRAIN + "pass", (1, "<<<<<<< HEAD", ["syntax_merge_conflict"])),
        (TRAIN + "return (w", (2, "return (w", ["syntax_incomplete"])),
        ("# mine\n\n" + TRAIN.rstrip(), (3, TRAIN.rstrip(), ["syntax_incomplete"])),
        # IPython drops empty lines at the top and rewrites its magics.
        ("\n\n\n" + TRAIN + "return (w]", (5, "return (w]", ["syntax_brackets"])),
        ("\n\n\n" + TRAIN + "return v", (5, "return v", ["name_unknown"])),
        ("\n\n%matplotlib inlin\n" + TRAIN + "pass", (3, "%matplotlib inlin", ["other_error"])),
        ("%nosuch\n" + TRAIN + "pass", (1, "%nosuch", ["magic"])),
        ("!ls \\\n -l\nx = 1 / 0", (3, "x = 1 / 0", ["division_by_zero"])),
        ("# mine\n%%time\nx = 1", (None, None, ["function_missing"])),
        ("%%time\n# mine\nx = 1 / 0", (3, "x = 1 / 0", ["division_by_zero"])),
        ("%%time\nx = 1\nx = (1]", (3, "x = (1]", ["syntax_brackets"])),
        ("%%time\n" + TRAIN + "return v", (3, "return v", ["name_unknown"])),
        # Nothing is raised at a line of the student's.
        (TRAIN.replace("train", "trian") + "pass", (None, None, ["function_named_else"])),
        ("losses = []", (None, None, ["function_missing"])),
        (TRAIN.replace(", epochs", "") + "pass", (None, None, ["signature"])),
        (TRAIN + "return eval('(')", (2, "return eval('(')", ["syntax_open_bracket"])),
        (TRAIN + "input()", (2, "input()", ["input_asked"])),
        (TRAIN + "import leadin.course", (2, "import leadin.course", ["module_of_grader"])),
    ],
)
def test_the_line_is_the_students_and_is_explained(
    submit_bare: Submit, answer: str, expected: tuple[object, ...]
) -> None:
    assert place(verdict(submit_bare({ID: answer}))) == expected


def test_a_helper_of_an_earlier_cell_is_told_to_be_there(submit_bare: Submit) -> None:
    helper = "\n# my model\ndef forward(x, w):\n    return x * v"
    judgement = verdict(submit_bare({ID: TRAIN + "return forward(1.0, w)"}), helper)
    assert place(judgement) == (4, "return x * v", ["name_unknown", "line_of_earlier_cell"])


def test_a_name_that_a_failed_cell_was_to_set_is_told_so(submit_bare: Submit) -> None:
    judgement = verdict(submit_bare({ID: TRAIN + "return [scale * w]"}), "scale = (2")
    assert place(judgement) == (2, "return [scale * w]", ["name_of_earlier_cell"])


def test_the_nearest_name_is_known_outside_of_the_students_process(submit_bare: Submit) -> None:
    judgement = verdict(submit_bare({ID: TRAIN + "losses = []\n    losses.apend(w)"}))
    assert "it has append. Is append what you mean?" in render(judgement).plain()
