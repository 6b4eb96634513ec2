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
from leadin.words import render

from .conftest import answer_cell, edit_notebook

ANSWERS = Path(__file__).parents[1] / "submissions"
ID = "08-train-linear"
RIGHT = (ANSWERS / ID / "correct" / "plain_python.py").read_text("utf-8")
WRONG = (ANSWERS / ID / "mistakes" / "wrong_sign__by_hand.py").read_text("utf-8")
TRAIN = "def train(x_data, y_data, w, lr, epochs):\n    "

Submit = Callable[[Mapping[str, str]], Path]


def verdict(folder: Path) -> Verdict:
    (notebook,) = grade(folder / "08_training_linear.ipynb", Settings(time_limit=60))
    (judgement,) = (each for each in notebook.judgements if each.exercise == ID)
    return judgement


def edited(folder: Path, edit: Callable[[Any], None]) -> Path:
    edit_notebook(folder / "08_training_linear.ipynb", edit)
    return folder


def check_cell(notebook: Any) -> Any:
    return answer_cell(notebook, f"{ID}-check")


@pytest.mark.parametrize(
    "magic",
    [
        *("%matplotlib inline", "# %%\n!true", "!pip install x", "files = !ls"),
        *("%%time", "%%capture", "%%timeit -n 1", "%%prun", "%%time\n%%capture out"),
    ],
)
def test_magics_in_the_exercise_cell_cost_nothing(submit_bare: Submit, magic: str) -> None:
    assert verdict(submit_bare({ID: f"{magic}\n{RIGHT}"})).kind == "pass"


@pytest.mark.parametrize("magic", ["%%time", "%%capture", "%%timeit", "\n%%capture"])
@pytest.mark.parametrize("where", ["cell", "call"])
def test_a_magic_swallows_no_error(submit_bare: Submit, magic: str, where: str) -> None:
    fault = "raise ValueError('mine')"
    code = f"{RIGHT}\n{fault}" if where == "cell" else f"{TRAIN}{fault}"
    source = f"{magic}\n{code}"
    reason = verdict(submit_bare({ID: source})).reason
    assert reason.id == f"{where}_raised_at"
    assert reason.fields["error"] == "ValueError: mine"
    assert reason.fields["line"] == fault
    assert reason.fields["line_number"] == source.count("\n") + 1


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (f"%nonsense 3\n{RIGHT}", "%nonsense 3"),
        (f"{TRAIN}%nonsense 3", "%nonsense 3"),
        (f"{TRAIN}found = %nonsense 3", "found = %nonsense 3"),
    ],
)
def test_a_line_is_shown_as_it_was_typed(submit_bare: Submit, source: str, line: str) -> None:
    message = render(verdict(submit_bare({ID: source}))).plain()
    assert f": {line}\n" in message
    assert "get_ipython" not in message


@pytest.mark.parametrize(
    ("magic", "said"),
    [
        ("%%writefile answer.py", "begins with %%writefile, which saves it to a file"),
        ("%%html", "begins with %%html, which shows it"),
        ("%%javascript", "begins with %%javascript, which shows it"),
        ("%%bash", "begins with %%bash, which gives it to another program"),
        ("%%R", "begins with %%R, which gives it to another program"),
        ("%%sql", "begins with %%sql, which does not run it here as Python"),
    ],
)
@pytest.mark.parametrize("has_ids", [True, False])
def test_a_magic_that_runs_no_python_is_named(
    submit_bare: Submit, magic: str, said: str, has_ids: bool
) -> None:
    def strip(notebook: Any) -> None:
        for cell in notebook.cells if not has_ids else []:
            cell.metadata = {}

    judgement = verdict(edited(submit_bare({ID: f"{magic}\n{RIGHT}"}), strip))
    assert judgement.kind == "missing"
    assert said in render(judgement).plain()


def test_an_answer_that_is_saved_and_imported_counts(submit_bare: Submit) -> None:
    def edit(notebook: Any) -> None:
        place = notebook.cells.index(check_cell(notebook))
        notebook.cells.insert(place, nbf.new_code_cell(RIGHT))

    assert verdict(edited(submit_bare({ID: f"%%writefile x.py\n{RIGHT}"}), edit)).kind == "pass"


@pytest.mark.parametrize("kind", ["markdown", "raw"])
@pytest.mark.parametrize("lost", ["nothing", "the check", "all ids"])
def test_an_answer_that_is_no_code_any_more_is_recognised(
    submit_bare: Submit, kind: str, lost: str
) -> None:
    def edit(notebook: Any) -> None:
        answer = answer_cell(notebook, ID)
        answer.cell_type = kind
        for name in ("outputs", "execution_count"):
            del answer[name]
        if lost == "the check":
            notebook.cells.remove(check_cell(notebook))
        if lost == "all ids":
            for cell in notebook.cells:
                cell.metadata = {}

    judgement = verdict(edited(submit_bare({ID: RIGHT}), edit))
    assert (judgement.kind, judgement.reason.id) == ("missing", f"cell_is_{kind}")
    assert "press Esc, then Y" in render(judgement).plain()


def test_a_text_with_code_in_it_is_no_answer_that_is_not_run(submit_bare: Submit) -> None:
    def edit(notebook: Any) -> None:
        notebook.cells.remove(answer_cell(notebook, ID))
        text = "Write it like this:\n```python\ndef train(x_data):\n    ...\n```"
        notebook.cells.insert(0, nbf.new_markdown_cell(text))

    assert "name 'train' is not defined" in str(
        verdict(edited(submit_bare({}), edit)).reason.fields
    )


@pytest.mark.parametrize(
    ("place", "number"), [("before", 1), ("between", 2), ("after", 2)], ids=lambda each: str(each)
)
@pytest.mark.parametrize("answer", [RIGHT, WRONG], ids=["right", "wrong"])
def test_of_a_stub_and_an_answer_the_answer_counts_and_the_student_reads_which(
    submit_bare: Submit, place: str, number: int, answer: str
) -> None:
    def edit(notebook: Any) -> None:
        stub = notebook.cells.index(answer_cell(notebook, ID))
        # As Jupyter copies a cell: with its metadata.
        copy = nbf.new_code_cell(answer, metadata=notebook.cells[stub].metadata)
        notebook.cells.insert(stub + {"before": 0, "between": 1, "after": 2}[place], copy)

    judgement = verdict(edited(submit_bare({}), edit))
    assert judgement.kind == ("pass" if answer == RIGHT else "wrong")
    said = render(judgement).prose
    assert f"2 cells answer this exercise. Number {number} of them was judged" in said
    assert said.endswith("On the lesson's inputs:" if answer == WRONG else "is no answer.")


def test_commands_say_why_an_answer_is_missing(submit_bare: Submit) -> None:
    folder = submit_bare({ID: f"%%html\n{RIGHT}"})
    path = str(folder / "08_training_linear.ipynb")
    for command in (["grade"], ["status"], ["grade", "--markdown", "-"], ["grade", "--json", "-"]):
        result = CliRunner().invoke(main, [*command[:1], path, *command[1:]])
        assert "begins with %%html" in result.stdout


@pytest.mark.parametrize("ending", [".txt", ".json"])
def test_a_notebook_that_a_browser_has_named_is_found(submit_bare: Submit, ending: str) -> None:
    folder = submit_bare({ID: RIGHT})
    path = folder / "08_training_linear.ipynb"
    renamed = path.rename(f"{path}{ending}")
    for place in (folder, renamed):
        (found,) = (each for each in grade(place) if each.notebook == path.name)
        assert {each.exercise: each.kind for each in found.judgements}[ID] == "pass"
    renamed.write_text("{")
    (broken,) = (each for each in grade(folder) if each.notebook == path.name)
    assert broken.judgements[0].reason.id == "is_cut_short"


@pytest.mark.parametrize("name", ["08_training_linear.ipynb.txt", "08_training_linear-Copy1.ipynb"])
def test_a_solved_copy_counts_beside_an_untouched_lesson(submit_bare: Submit, name: str) -> None:
    folder = submit_bare({})
    path = folder / "08_training_linear.ipynb"
    (folder / name).write_bytes(path.read_bytes())
    edit_notebook(folder / name, lambda notebook: answer_cell(notebook, ID).update(source=RIGHT))
    found = {each.exercise: book for book in grade(folder) for each in book.judgements}
    (judgement,) = (each for each in found[ID].judgements if each.exercise == ID)
    assert (found[ID].notebook, judgement.kind) == (name, "pass")
    assert f"{name} counts: in {path.name}, this exercise still waits." in render(judgement).plain()


def test_a_copy_that_is_broken_is_called_by_what_it_is(submit_bare: Submit) -> None:
    folder = submit_bare({})
    (folder / "08_training_linear.ipynb").unlink()
    (folder / "08_training_linear (1).ipynb").write_text("<html>")
    (found,) = (each for each in grade(folder) if ID in {it.exercise for it in each.judgements})
    assert found.judgements[0].reason.id == "is_web_page"


def test_a_folder_named_like_a_notebook_is_passed_over(submit_bare: Submit) -> None:
    folder = submit_bare({ID: RIGHT})
    path = folder / "08_training_linear.ipynb"
    other = path.rename(folder / "my copy.ipynb")
    path.mkdir()
    (found,) = (each for each in grade(folder) if ID in {it.exercise for it in each.judgements})
    (judged,) = (each for each in found.judgements if each.exercise == ID)
    assert (found.notebook, judged.kind) == (other.name, "pass")
    other.unlink()
    (empty,) = (each for each in grade(folder) if ID in {it.exercise for it in each.judgements})
    assert empty.judgements[0].reason.id == "is_folder"


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
    (judged,) = (each for each in notebook.judgements if each.exercise == "01-gradient-by-hand")
    assert judged.mistakes == ("uses_torch",)
