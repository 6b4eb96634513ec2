"""Where no process can be forked or isolated, a new Python for each notebook grades as well."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from leadin.running.grade import grade
from leadin.running.spawned import SpawnLauncher
from leadin.running.walk import Settings

ANSWERS = Path(__file__).parents[1] / "submissions"
ID = "08-train-linear"
RIGHT = (ANSWERS / ID / "correct" / "plain_python.py").read_text("utf-8")
TRAIN = "def train(x_data, y_data, w, lr, epochs):\n    "


@pytest.mark.parametrize(
    ("answer", "kind", "reason"),
    [
        (RIGHT, "pass", "right_above_rounding"),
        (TRAIN + "return [0.0] * epochs", "wrong", "differs_in_lesson"),
        (TRAIN + "import os; os._exit(3)", "error", "call_ended_with_code"),
        (
            TRAIN + "import os; os.closerange(3, 100); import time; time.sleep(60)",
            "error",
            "call_closed_line",
        ),
    ],
)
def test_it_grades_the_same(
    submit: Callable[[Mapping[str, str]], Path], answer: str, kind: str, reason: str
) -> None:
    with SpawnLauncher() as launcher:
        path = submit({ID: answer}) / "08_training_linear.ipynb"
        (notebook,) = grade(path, Settings(time_limit=60), launcher=launcher)
        (judgement,) = (each for each in notebook.judgements if each.exercise == ID)
        assert (judgement.kind, judgement.reason.id) == (kind, reason)
        assert str(notebook.isolation).startswith("none; student code can read and write files")
