"""Right answers in odd notebooks score; odd files and texts get an answer in one line."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import nbformat
import nbformat.v4 as nbf
import pytest
from click.testing import CliRunner

from leadin.cli import main
from leadin.judging import Verdict
from leadin.notebook.submission import UnreadableError, read_submission
from leadin.running.grade import grade
from leadin.running.walk import Settings

from .conftest import answer_cell, edit_notebook

ANSWERS = Path(__file__).parents[1] / "submissions"
ID = "08-train-linear"
RIGHT = (ANSWERS / ID / "correct" / "plain_python.py").read_text("utf-8")
WRONG = (ANSWERS / ID / "mistakes" / "wrong_sign__by_hand.py").read_text("utf-8")
TRAIN = "def train(x_data, y_data, w, lr, epochs):\n    "

Submit = Callable[[Mapping[str, str]], Path]


def verdict(folder: Path) -> Verdict:
    (notebook,) = grade(folder / "08_training_linear.ipynb", Settings(time_limit=60))
    (judgement,) = notebook.judgements
    return judgement


def edited(folder: Path, edit: Callable[[Any], None]) -> Path:
    edit_notebook(folder / "08_training_linear.ipynb", edit)
    return folder


def check_cell(notebook: Any) -> Any:
    return answer_cell(notebook, f"{ID}-check")


@pytest.mark.parametrize(
    "magic",
    ["%matplotlib inline", "%%time", "%%capture", "# %%\n!true", "!pip install x", "files = !ls"],
)
def test_magics_in_the_exercise_cell_cost_nothing(submit_bare: Submit, magic: str) -> None:
    assert verdict(submit_bare({ID: f"{magic}\n{RIGHT}"})).kind == "pass"


def test_a_check_of_ones_own_before_the_answer_is_not_the_one_that_counts(
    submit_bare: Submit,
) -> None:
    def edit(notebook: Any) -> None:
        attempt = nbf.new_code_cell(WRONG + f'\ncheck("{ID}", train)')
        notebook.cells.insert(1, attempt)

    assert verdict(edited(submit_bare({ID: RIGHT}), edit)).kind == "pass"


@pytest.mark.parametrize("call", ["lambda *a: train(*a)", "function=train", "(train)"])
def test_a_check_that_passes_more_than_a_name_is_understood(submit_bare: Submit, call: str) -> None:
    def edit(notebook: Any) -> None:
        check_cell(notebook).source = f'check("{ID}", {call})'

    assert verdict(edited(submit_bare({ID: RIGHT}), edit)).kind == "pass"


@pytest.mark.parametrize(
    "source", ["import sys; sys.stdout = None", "import os; os.chdir('/')", "del print", "\0"]
)
def test_a_strange_cell_before_the_answer_costs_nothing(submit_bare: Submit, source: str) -> None:
    def edit(notebook: Any) -> None:
        notebook.cells.insert(0, nbf.new_code_cell(source))

    assert verdict(edited(submit_bare({ID: RIGHT}), edit)).kind == "pass"


def test_a_byte_order_mark_costs_nothing(submit_bare: Submit) -> None:
    folder = submit_bare({ID: RIGHT})
    path = folder / "08_training_linear.ipynb"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert verdict(folder).kind == "pass"


def test_an_error_text_that_no_file_can_hold_is_reported_all_the_same(submit_bare: Submit) -> None:
    folder = submit_bare({ID: TRAIN + 'raise ValueError("\\ud800")'})
    result = CliRunner().invoke(main, ["grade", str(folder), "--json", "-"])
    assert result.exit_code == 1
    assert "ValueError" in result.stdout


def test_code_that_was_written_and_is_not_implemented_inside_is_no_stub(
    submit_bare: Submit,
) -> None:
    """A module whose forward() is misspelt raises NotImplementedError too."""
    source = (
        "import torch\nclass Model(torch.nn.Module):\n    def foward(self, x):\n        return x\n"
    )
    judgement = verdict(submit_bare({ID: source + TRAIN + "return Model()(torch.tensor(x_data))"}))
    assert judgement.kind == "error"
    assert "NotImplementedError" in str(judgement.reason.fields["error"])


def test_what_judges_can_not_be_imported_by_an_answer(submit_bare: Submit) -> None:
    for module in (
        "leadin.course.lessons.lesson_08",
        "leadin.course",
        "leadin.judging",
        "leadin.words",
    ):
        judgement = verdict(submit_bare({ID: f"from {module} import oracle as train"}))
        assert judgement.kind == "error"
        assert "ModuleNotFoundError" in str(judgement.reason.fields["error"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_file_that_never_ends_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "08_training_linear.ipynb")
    with pytest.raises(UnreadableError, match="is_no_file"):
        read_submission(tmp_path / "08_training_linear.ipynb")


@pytest.mark.parametrize(
    "source", ["\n" * 100_000, "x = " + "-" * 50_000 + "1", "a" + ".a" * 9_000]
)
def test_a_huge_cell_is_read_at_once(submit_bare: Submit, source: str) -> None:
    def edit(notebook: Any) -> None:
        answer_cell(notebook, ID).source = source

    folder = edited(submit_bare({}), edit)
    result = CliRunner().invoke(main, ["status", str(folder)])
    assert result.exit_code == 0, result.output


def test_right_numbers_from_a_helper_in_another_cell_are_forbidden_too(tmp_path: Path) -> None:
    helper = (ANSWERS / "01-gradient-by-hand" / "forbidden" / "uses_torch.py").read_text("utf-8")
    cells = [
        nbf.new_code_cell(helper.replace("def train(", "def with_torch(")),
        nbf.new_code_cell("def train(*arguments):\n    return with_torch(*arguments)"),
        nbf.new_code_cell('check("01-gradient-by-hand", train)'),
    ]
    path = tmp_path / "01_linear_model.ipynb"
    path.write_text(nbformat.writes(nbf.new_notebook(cells=cells)), "utf-8")
    (notebook,) = grade(path)
    assert notebook.judgements[0].mistakes == ("uses_torch",)
