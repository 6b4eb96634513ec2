"""A cell that hangs, ends its process or lies costs its own exercise and no other."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import nbformat
import nbformat.v4 as nbf
import pytest

from leadin.course import EXERCISES
from leadin.judging import Reason, Verdict
from leadin.observe import MAX_VALUES
from leadin.running.grade import grade
from leadin.running.launcher import Launcher
from leadin.running.walk import Settings

from .conftest import answer_cell, edit_notebook

ANSWERS = Path(__file__).parents[1] / "submissions"
ID = "08-train-linear"
RIGHT = (ANSWERS / ID / "correct" / "plain_python.py").read_text("utf-8")
QUADRATIC = (ANSWERS / "09-train-quadratic" / "correct" / "plain_python.py").read_text("utf-8")
TRAIN = "def train(x_data, y_data, w, lr, epochs):\n    "

#: Seconds after which an endless loop is given up; other cells have them too on a busy machine.
HANGS = 2

Submit = Callable[[Mapping[str, str]], Path]


def verdict(
    folder: Path,
    exercise: str = ID,
    time_limit: float = 60,
    launcher: Launcher | None = None,
) -> Verdict:
    (path,) = folder.glob(f"{exercise[:2]}_*.ipynb")
    (notebook,) = grade(path, Settings(time_limit=time_limit), launcher=launcher)
    (judgement,) = (each for each in notebook.judgements if each.exercise == exercise)
    return judgement


def insert(path: Path, position: int, source: str) -> None:
    def edit(notebook: Any) -> None:
        notebook.cells.insert(position, nbf.new_code_cell(source))

    edit_notebook(path, edit)


def says(reason: Reason) -> str:
    """All of a reason on one line."""
    return f"{reason.id} {' '.join(map(str, reason.fields.values()))}"


@pytest.mark.parametrize(
    ("body", "kind", "reason"),
    [
        ("while True: pass", "timeout", "call_timeout"),
        ("import os; os._exit(0)", "error", "call_ended_with_code 0"),
        ("import os, signal; os.kill(os.getpid(), 9)", "error", "call_ended_"),
        ("import sys; sys.exit(0)", "error", "call_raised_at SystemExit: 0 2 import sys"),
        ("return 1 / 0", "error", "ZeroDivisionError: division by zero 2 return 1 / 0"),
        ("print('x' * 10**7); return [1.0]", "wrong", "differs_in_lesson"),
        ("raise MemoryError", "memory", "out_of_memory"),
        ("return input()", "error", "EOFError"),
    ],
)
def test_what_a_function_does_is_answered(
    submit_bare: Submit, body: str, kind: str, reason: str
) -> None:
    limit = HANGS if kind == "timeout" else 60
    judgement = verdict(submit_bare({ID: TRAIN + body}), time_limit=limit)
    assert (judgement.kind, judgement.points) == (kind, 0)
    assert reason in says(judgement.reason)


def test_a_curve_without_an_end_is_cut(submit_bare: Submit) -> None:
    judgement = verdict(submit_bare({ID: TRAIN + "return [1.0] * 10**6"}))
    assert judgement.kind == "wrong"
    assert judgement.shown is not None
    assert len(judgement.shown.returned) == MAX_VALUES + 1


@pytest.mark.parametrize(
    ("cell", "kind", "reason"),
    [
        ("def train(:", "error", "SyntaxError"),
        (TRAIN + "pass\nimport nowhere", "error", "'nowhere' 3 import nowhere"),
        ("", "error", "name 'train' is not defined"),
        ("train = 3", "error", "not callable"),
        ("import os; os._exit(3)", "error", "cell_ended_with_code 3"),
        ("while True:\n    pass", "timeout", "cell_timeout"),
    ],
)
def test_what_an_exercise_cell_does_is_answered(
    submit_bare: Submit, cell: str, kind: str, reason: str
) -> None:
    limit = HANGS if kind == "timeout" else 60
    judgement = verdict(submit_bare({ID: cell}), time_limit=limit)
    assert (judgement.kind, judgement.points) == (kind, 0)
    assert reason in says(judgement.reason)


@pytest.mark.parametrize(
    "source", ["1 / 0", "%nonsense", "!true", "import os; os._exit(1)", "%matplotlib inline"]
)
def test_other_cells_that_fail_cost_nothing(submit_bare: Submit, source: str) -> None:
    folder = submit_bare({ID: RIGHT})
    insert(folder / "08_training_linear.ipynb", 0, source)
    assert verdict(folder).kind == "pass"


def test_another_cell_that_hangs_costs_time_and_nothing_else(submit_bare: Submit) -> None:
    folder = submit_bare({ID: RIGHT})
    insert(folder / "08_training_linear.ipynb", 2, "while True:\n    pass")
    assert verdict(folder, time_limit=HANGS).kind == "pass"


def test_what_comes_after_the_last_check_is_not_run(submit_bare: Submit) -> None:
    folder = submit_bare({ID: RIGHT})
    insert(folder / "08_training_linear.ipynb", 99, "while True: pass")
    began = time.monotonic()
    assert verdict(folder).kind == "pass"
    assert time.monotonic() - began < 30  # a cell may take 60 s


def test_a_function_that_hangs_leaves_the_next_exercise_its_verdict(
    submit_bare: Submit, tmp_path: Path
) -> None:
    """Both exercises in one notebook: the second is reached in a second run."""
    folder = submit_bare({ID: TRAIN + "while True: pass", "09-train-quadratic": QUADRATIC})
    both = tmp_path / "both.ipynb"
    parts = [folder / f"{EXERCISES[id_].lesson}.ipynb" for id_ in (ID, "09-train-quadratic")]
    cells = [cell for part in parts for cell in exercise_cells(part)]
    for position, cell in enumerate(cells):
        cell.id = f"cell-{position}"
    nbformat.write(nbf.new_notebook(cells=cells), both)
    (notebook,) = grade(both, Settings(time_limit=HANGS))
    kinds = {each.exercise: each.kind for each in notebook.judgements}
    assert (kinds[ID], kinds["09-train-quadratic"]) == ("timeout", "pass")


def exercise_cells(path: Path) -> list[Any]:
    notebook = nbformat.read(path, as_version=4)
    return [cell for cell in notebook.cells if "nbgrader" in cell.metadata]


def test_cells_are_found_without_their_metadata(submit_bare: Submit) -> None:
    """Some editors drop it; the check's call and the function's name are still there."""
    folder = submit_bare({ID: RIGHT})

    def strip(notebook: Any) -> None:
        for cell in notebook.cells:
            cell.metadata = {}

    edit_notebook(folder / "08_training_linear.ipynb", strip)
    assert verdict(folder).kind == "pass"


def test_a_check_cell_that_was_deleted_is_not_needed(submit_bare: Submit) -> None:
    folder = submit_bare({ID: RIGHT})

    def delete(notebook: Any) -> None:
        notebook.cells = [cell for cell in notebook.cells if "check(" not in cell.source]

    edit_notebook(folder / "08_training_linear.ipynb", delete)
    assert verdict(folder).kind == "pass"


def test_judged_is_what_the_check_would_get_not_what_comes_after(submit_bare: Submit) -> None:
    folder = submit_bare({ID: TRAIN + "return [0.0] * epochs"})

    def append(notebook: Any) -> None:
        notebook.cells.append(nbf.new_code_cell(RIGHT))

    edit_notebook(folder / "08_training_linear.ipynb", append)
    assert verdict(folder).kind == "wrong"


def test_a_check_that_says_pass_proves_nothing(submit_bare: Submit) -> None:
    forged = TRAIN + "return [0.0] * epochs\nimport leadin.check\nleadin.check.check = print"
    assert verdict(submit_bare({ID: forged})).kind == "wrong"


def test_the_worker_can_not_ask_the_oracle(submit_bare: Submit) -> None:
    """Within the process that runs an answer, what judges is not loaded."""
    spy = TRAIN + (
        "import sys\n"
        "    found = sys.modules.items()\n"
        "    loaded = [name for name, module in found if name.startswith('leadin') and module]\n"
        "    raise ValueError(' '.join(loaded))"
    )
    message = says(verdict(submit_bare({ID: spy})).reason)
    assert "leadin.running.worker" in message or "leadin.observe" in message
    assert "leadin.course" not in message
    assert "leadin.judging" not in message
    assert "leadin.words" not in message


def test_secrets_of_the_environment_do_not_reach_the_worker(
    submit_bare: Submit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", "hunter2")
    spy = TRAIN + "import os\n    raise ValueError(str(dict(os.environ)))"
    message = says(verdict(submit_bare({ID: spy})).reason)
    assert "PATH" in message
    assert "hunter2" not in message


def test_a_file_beside_the_notebook_can_be_imported_but_hides_no_library(
    submit_bare: Submit,
) -> None:
    folder = submit_bare({ID: "from my_loop import train"})
    (folder / "my_loop.py").write_text(RIGHT)
    (folder / "IPython.py").write_text("raise SystemExit('hijacked')")
    (folder / "leadin").mkdir()
    (folder / "leadin" / "__init__.py").write_text("raise SystemExit('hijacked')")
    assert verdict(folder).kind == "pass"


def test_a_student_may_solve_it_outside_of_the_function(submit_bare: Submit) -> None:
    """Helpers in cells of one's own, an answer made of several parts: all that matters is train."""
    folder = submit_bare({ID: "train = my_train"})
    path = folder / "08_training_linear.ipynb"

    def edit(notebook: Any) -> None:
        position = notebook.cells.index(answer_cell(notebook, ID))
        notebook.cells.insert(position, nbf.new_code_cell(RIGHT.replace("train(", "my_train(")))

    edit_notebook(path, edit)
    assert verdict(folder).kind == "pass"
