"""Where no process can be forked or isolated, a new Python for each notebook grades as well."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from leadin.running.grade import grade
from leadin.running.run import Settings
from leadin.running.spawned import SpawnLauncher
from leadin.words import render

ANSWERS = Path(__file__).parents[1] / "submissions"
ID = "08-train-linear"
RIGHT = (ANSWERS / ID / "correct" / "plain_python.py").read_text("utf-8")
TRAIN = "def train(x_data, y_data, w, lr, epochs):\n    "


@pytest.mark.parametrize(
    ("answer", "verdict", "part"),
    [
        (RIGHT, "pass", "4 points"),
        (TRAIN + "return [0.0] * epochs", "wrong", ""),
        (TRAIN + "import os; os._exit(3)", "error", "exit code 3"),
        (TRAIN + "import os; os.closerange(3, 100); import time; time.sleep(60)", "error", "line"),
    ],
)
def test_it_grades_the_same(
    submit: Callable[[Mapping[str, str]], Path], answer: str, verdict: str, part: str
) -> None:
    with SpawnLauncher() as launcher:
        path = submit({ID: answer}) / "08_training_linear.ipynb"
        (notebook,) = grade(path, Settings(time_limit=60), launcher=launcher)
        (judgement,) = notebook.judgements
        assert judgement.kind == verdict
        assert part in render(judgement).plain()
        assert str(notebook.isolation).startswith("none; student code can read and write files")
