"""The reference of the mutation suite tells right from wrong, on its own inputs."""

import math
import os

import pytest

from leadin.course import LOOPS, Exercise
from leadin.observe import Outcome
from tests.mutants.bases import right_answers
from tests.mutants.calling import Here, apart
from tests.mutants.truth import decide, fair_trials, gap, trials

LINEAR = LOOPS["08-train-linear"]
RIGHT = """
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            r = w * x - y
            w -= lr * 2 * r * x
        losses.append(r ** 2)
    return losses
"""

needs_forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="mutants run in forked processes")


@pytest.fixture(params=LOOPS)
def exercise(request: pytest.FixtureRequest) -> Exercise:
    return LOOPS[request.param]


def test_there_are_a_dozen_inputs_none_of_them_the_judges(exercise: Exercise) -> None:
    tried = trials(exercise)
    ordinary = [trial.inputs for trial in tried if not trial.is_edge]
    assert len(tried) >= 12
    assert len(ordinary) == 8
    assert not [inputs for inputs in exercise.hidden_inputs(0) if inputs in ordinary]


def test_the_solution_is_right_on_nearly_all_of_them(exercise: Exercise) -> None:
    tried = trials(exercise)
    solution = Here(right_answers(exercise)["solution"], exercise.function)
    assert len(fair_trials(tried, solution)) >= len(tried) - 2


def test_a_right_answer_is_right() -> None:
    truth = decide(trials(LINEAR), Here(RIGHT, "train"))
    assert (truth.right, truth.in_doubt, truth.wrong_on) == (True, False, ())


WRONG = [
    ("lr * 2", "lr"),
    ("r ** 2", "abs(r)"),
    ("w -=", "w +="),
    ("range(epochs)", "range(1, epochs)"),
    ("return losses", "return losses[::-1]"),
]


@pytest.mark.parametrize(("part", "instead"), WRONG)
def test_a_wrong_answer_is_wrong_on_ordinary_inputs(part: str, instead: str) -> None:
    truth = decide(trials(LINEAR), Here(RIGHT.replace(part, instead), "train"))
    assert (truth.right, truth.in_doubt, truth.only_at_edge) == (False, False, False)


def test_an_answer_can_be_wrong_at_an_edge_only() -> None:
    source = RIGHT.replace("losses = []", "losses = []\n    if epochs == 1: return [0.0]")
    truth = decide(trials(LINEAR), Here(source, "train"))
    assert (truth.wrong_on, truth.only_at_edge) == (("one epoch",), True)


def test_a_difference_near_the_tolerance_is_in_doubt() -> None:
    truth = decide(trials(LINEAR), Here(RIGHT.replace("r ** 2", "r ** 2 * 1.0015"), "train"))
    assert (truth.right, truth.in_doubt) == (False, True)


def test_what_is_no_curve_is_off_without_bounds() -> None:
    assert gap([1.0], Outcome("curve", (1.0,))) == 0
    for outcome in (
        *(Outcome("none"), Outcome("curve"), Outcome("curve", (1.0, 1.0))),
        *(Outcome("tensors", (1.0,)), Outcome("curve", (math.nan,))),
    ):
        assert gap([1.0], outcome) == math.inf
    assert gap([0.0], Outcome("curve", (1e-30,))) == math.inf


@needs_forks
@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_an_endless_mutant_is_ended_and_stays_so() -> None:
    with apart("def train(*a):\n    while True: pass", "train", seconds=0.3) as function:
        assert function(LINEAR.lesson_inputs) == Outcome("timeout")
        assert function(LINEAR.lesson_inputs) == Outcome("timeout")


@needs_forks
@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
@pytest.mark.parametrize("does", ["a = [0] * 10**10", "import os; os._exit(3)"])
def test_a_mutant_harms_its_own_process_only(does: str) -> None:
    with apart(f"def train(*a):\n    {does}", "train", seconds=20) as function:
        assert function(LINEAR.lesson_inputs).kind in ("memory", "raised")


def test_a_text_that_stops_says_so() -> None:
    called = Here("import torch\nw = torch.nothing", "train")
    assert called.stopped
    assert (called.stopped.type, called.stopped.line) == ("AttributeError", "w = torch.nothing")
